-- accrete:undo V0002 case postgresql
-- accrete:model 1:2c7df75a13830598b02582ff0a29ef7c
-- accrete:verdict compatible
--
-- Changes
--   vehicle.dtype   change check to [dtype in ('Vehicle','Bus','Car')]   Vehicle.dtype
--   vehicle.dtype   replace values                                       Vehicle.dtype
-- Locks
--   vehicle         ACCESS EXCLUSIVE, instant
--   vehicle         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H209] vehicle.dtype: the running version fails when it reads a constant that it does not know
-- Data that does not come back
--   vehicle.dtype: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 transaction locks=vehicle vehicle.dtype: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE vehicle DROP CONSTRAINT vehicle_dtype_check,
    ADD CONSTRAINT vehicle_dtype_check CHECK (dtype in ('Vehicle','Bus','Car')) NOT VALID;
COMMIT;

-- accrete:step 2 transaction vehicle: validate vehicle_dtype_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_dtype_check;
COMMIT;
