-- accrete:undo V0002 case postgresql
-- accrete:model 1:ed7bdecaeeb1872c60d68b620edd48e5
-- accrete:verdict breaking
--
-- Changes
--   vehicle   take out the rows of SELECT id FROM (select id + 100, brand from bike) taken(id, brand)   Vehicle
--   note      drop foreign key note_vehicle_id_fkey (vehicle_id) to vehicle                             Note
--   note      drop table                                                                                Note
-- Locks
--   note      ACCESS EXCLUSIVE, instant
--   vehicle   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] note: the running version of the application still uses the table
--   [ACC-H301] note: its data is gone for good
-- Data that does not come back
--   note: all rows
--   vehicle: rows that were taken over (SELECT id FROM (select id + 100, brand from bike) taken(id, brand)), with what has changed in them since; those that others refer to stay
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=note,vehicle note: drop foreign key note_vehicle_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note DROP CONSTRAINT note_vehicle_id_fkey;
COMMIT;

-- accrete:step 2 autocommit vehicle: take out rows that were taken over
SET statement_timeout = 0;

DELETE FROM vehicle WHERE id IN (SELECT id FROM (select id + 100, brand from bike) taken(id, brand))
    AND NOT EXISTS (SELECT 1 FROM rental r WHERE r.vehicle_id = vehicle.id);

RESET statement_timeout;

-- accrete:step 3 transaction locks=note drop note
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE note;
COMMIT;
