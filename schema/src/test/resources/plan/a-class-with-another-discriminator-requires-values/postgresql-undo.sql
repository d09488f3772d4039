-- accrete:undo V0002 case postgresql
-- accrete:model 1:dce209ab2b480921c06509023037aec0
-- accrete:verdict breaking
--
-- Changes
--   vehicle         drop check vehicle_check                            Vehicle
--   vehicle.kind    change check to [kind in ('Vehicle','Bus','Car')]   Vehicle.kind
--   vehicle.kind    change type from varchar(31) to varchar(12), using CASE kind WHEN 'V' THEN 'Vehicle' WHEN 'B' THEN 'Bus' WHEN 'C' THEN 'Car' ELSE 'Vehicle' END   Vehicle.kind
--   vehicle.doors   drop column                                         Vehicle.doors
--   vehicle.dtype   rename column from kind                             Vehicle
-- Locks
--   vehicle         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] vehicle.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] vehicle.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H101] vehicle.kind: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] vehicle.kind: the running version of the application may write values that no longer fit
--   [ACC-H210] vehicle.kind: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] vehicle.doors: the running version of the application still reads and writes the column
--   [ACC-H301] vehicle.doors: its data is gone for good
--   [ACC-H201] vehicle.dtype: the running version of the application looks for the old name
-- Data that does not come back
--   vehicle.doors: all values
--   vehicle.kind: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=vehicle vehicle: drop check vehicle_check
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle DROP CONSTRAINT vehicle_check;
COMMIT;

-- accrete:step 2 transaction locks=vehicle vehicle.kind: change type to varchar(12)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE vehicle DROP CONSTRAINT vehicle_kind_check,
    ALTER COLUMN kind TYPE varchar(12) USING CASE kind WHEN 'V' THEN 'Vehicle' WHEN 'B' THEN 'Bus' WHEN 'C' THEN 'Car' ELSE 'Vehicle' END,
    ADD CONSTRAINT vehicle_kind_check CHECK (kind in ('Vehicle','Bus','Car')) NOT VALID;
COMMIT;

-- accrete:step 3 transaction vehicle: validate vehicle_kind_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_kind_check;
COMMIT;

-- accrete:step 4 transaction locks=vehicle vehicle.doors: drop column; vehicle.kind: rename to dtype
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle DROP COLUMN doors;
ALTER TABLE vehicle RENAME COLUMN kind TO dtype;
ALTER TABLE vehicle RENAME CONSTRAINT vehicle_kind_check TO vehicle_dtype_check;
COMMIT;
