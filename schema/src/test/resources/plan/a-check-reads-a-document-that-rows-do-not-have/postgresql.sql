-- accrete:migration V0002 case postgresql
-- accrete:model 1:7a7f3644ff305f0808d7ff7eef923c92
-- accrete:verdict compatible
--
-- Changes
--   item.details   add column json, existing rows: null   Item.details
--   item           add check item_check                   Item
-- Locks
--   item           ACCESS EXCLUSIVE, instant
--   item           SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] item: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Rows that stop this
--   item: what item_check refuses
--     SELECT * FROM item WHERE NOT ((CAST(NULL AS jsonb)) is null or cast((CAST(NULL AS jsonb)) as varchar(255)) <> 'x');
-- The previous application version keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 transaction locks=item item.details: add column; item: add check item_check
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD COLUMN details jsonb DEFAULT null;
ALTER TABLE item ALTER COLUMN details DROP DEFAULT;
ALTER TABLE item ADD CONSTRAINT item_check CHECK (details is null or cast(details as varchar(255)) <> 'x') NOT VALID;
COMMIT;

-- accrete:step 2 transaction item: validate item_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_check;
COMMIT;
