-- accrete:undo V0002 case h2
-- accrete:model 1:ed7bdecaeeb1872c60d68b620edd48e5
-- accrete:verdict breaking
--
-- Changes
--   vehicle   take out the rows of SELECT id FROM (select id + 100, brand from bike) taken(id, brand)   Vehicle
--   note      drop foreign key note_vehicle_id_fkey (vehicle_id) to vehicle                             Note
--   note      drop table                                                                                Note
-- Locks
--   note      EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] note: the running version of the application still uses the table
--   [ACC-H301] note: its data is gone for good
-- Data that does not come back
--   note: all rows
--   vehicle: rows that were taken over (SELECT id FROM (select id + 100, brand from bike) taken(id, brand)), with what has changed in them since; those that others refer to stay
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit note: drop foreign key note_vehicle_id_fkey
ALTER TABLE note DROP CONSTRAINT IF EXISTS note_vehicle_id_fkey;

-- accrete:step 2 autocommit vehicle: take out rows that were taken over
DELETE FROM vehicle WHERE id IN (SELECT id FROM (select id + 100, brand from bike) taken(id, brand))
    AND NOT EXISTS (SELECT 1 FROM rental r WHERE r.vehicle_id = vehicle.id);

-- accrete:step 3 autocommit drop note
DROP TABLE IF EXISTS note;
