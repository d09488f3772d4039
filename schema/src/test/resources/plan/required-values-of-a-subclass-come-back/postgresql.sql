-- accrete:migration V0002 case postgresql
-- accrete:model 1:54908eeb146639a82abec0c0434da056
-- accrete:verdict breaking
--
-- Changes
--   vehicle          drop check vehicle_check          Vehicle
--   vehicle          drop check vehicle_check1         Vehicle
--   vehicle.seats    keep unmapped column on purpose   Vehicle
--   vehicle          add check vehicle_check           Vehicle
--   vehicle.wheels   drop column                       Vehicle
-- Locks
--   vehicle          ACCESS EXCLUSIVE, instant
--   vehicle          SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
--   [ACC-H202] vehicle.wheels: the running version of the application still reads and writes the column
--   [ACC-H301] vehicle.wheels: its data is gone for good
-- Rows that stop this
--   vehicle: what vehicle_check refuses
--     SELECT * FROM vehicle WHERE NOT (dtype <> 'Bus' or (plate is not null));
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=vehicle vehicle: drop check vehicle_check; vehicle: drop check vehicle_check1; vehicle: add check vehicle_check
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle DROP CONSTRAINT vehicle_check;
ALTER TABLE vehicle DROP CONSTRAINT vehicle_check1;
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check CHECK (dtype <> 'Bus' or (plate is not null)) NOT VALID;
COMMIT;

-- accrete:step 2 transaction vehicle: validate vehicle_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE vehicle VALIDATE CONSTRAINT vehicle_check;
COMMIT;

-- accrete:step 3 transaction locks=vehicle vehicle.wheels: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle DROP COLUMN wheels;
COMMIT;
