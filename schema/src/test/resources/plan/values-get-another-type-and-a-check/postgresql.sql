-- accrete:migration V0002 case postgresql
-- accrete:model 1:a74b148626d8984ac221c13b16d8cc53
-- accrete:verdict compatible
--
-- Changes
--   parcel.weight   change type from float(24) to numeric(38,2), using cast(weight as numeric(38,2))   Parcel.weight
--   parcel.weight   change check to [weight>=2]                                                        Parcel.weight
-- Locks
--   parcel          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] parcel.weight: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H210] parcel.weight: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] parcel.weight: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Rows that stop this
--   parcel.weight: what its check refuses
--     SELECT * FROM parcel WHERE NOT ((cast(weight as numeric(38,2)))>=2);
-- The previous application version keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 transaction locks=parcel parcel.weight: change type to numeric(38,2)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE parcel IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE parcel ALTER COLUMN weight TYPE numeric(38,2) USING cast(weight as numeric(38,2)),
    ADD CONSTRAINT parcel_weight_check CHECK (weight>=2) NOT VALID;
COMMIT;

-- accrete:step 2 transaction parcel: validate parcel_weight_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE parcel VALIDATE CONSTRAINT parcel_weight_check;
COMMIT;
