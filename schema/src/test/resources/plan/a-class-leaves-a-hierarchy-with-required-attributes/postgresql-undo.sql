-- accrete:undo V0002 case postgresql
-- accrete:model 1:17e391507bab844b280b4522090c3f78
-- accrete:verdict breaking
--
-- Changes
--   vehicle         drop check vehicle_check1             Vehicle
--   vehicle.kind    change check to [kind in (2,3,4,1)]   Vehicle.kind
--   vehicle.kind    replace values                        Vehicle.kind
--   vehicle.seats   drop column                           Vehicle.seats
-- Locks
--   vehicle         ACCESS EXCLUSIVE, instant
--   vehicle         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H209] vehicle.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H202] vehicle.seats: the running version of the application still reads and writes the column
--   [ACC-H301] vehicle.seats: its data is gone for good
-- Data that does not come back
--   vehicle.seats: all values
--   vehicle.kind: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=vehicle vehicle: drop check vehicle_check1; vehicle.kind: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle DROP CONSTRAINT vehicle_check1;

ALTER TABLE vehicle DROP CONSTRAINT vehicle_kind_check,
    ADD CONSTRAINT vehicle_kind_check CHECK (kind in (2,3,4,1)) NOT VALID;
COMMIT;

-- accrete:step 2 transaction vehicle: validate vehicle_kind_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_kind_check;
COMMIT;

-- accrete:step 3 transaction locks=vehicle vehicle.seats: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle DROP COLUMN seats;
COMMIT;
