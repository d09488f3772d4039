-- accrete:undo V0002 case h2
-- accrete:model 1:2c5147223bdc16653ae976b417fdc16b
-- accrete:verdict breaking
--
-- Changes
--   truck          drop foreign key truck_id_fkey (id) to vehicle      Truck
--   note           drop foreign key note_bus_id_fkey (bus_id) to bus   Note
--   bus            drop foreign key bus_id_fkey (id) to vehicle        Bus
--   truck.weight   drop column                                         Truck.weight
--   note.bus_id    drop column                                         Note.busId
--   bus            drop table                                          Bus
-- Locks
--   note           EXCLUSIVE, rewrite
--   truck          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] truck.weight: the running version of the application still reads and writes the column
--   [ACC-H301] truck.weight: its data is gone for good
--   [ACC-H202] note.bus_id: the running version of the application still reads and writes the column
--   [ACC-H301] note.bus_id: its data is gone for good
--   [ACC-H202] bus: the running version of the application still uses the table
--   [ACC-H301] bus: its data is gone for good
-- Data that does not come back
--   bus: all rows
--   note.bus_id: all values
--   truck.weight: all values
--   vehicle: rows that were taken over stay
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit note: drop foreign key note_bus_id_fkey
ALTER TABLE note DROP CONSTRAINT IF EXISTS note_bus_id_fkey;

-- accrete:step 2 autocommit truck: drop foreign key truck_id_fkey
ALTER TABLE truck DROP CONSTRAINT IF EXISTS truck_id_fkey;

-- accrete:step 3 autocommit note.bus_id: drop column
ALTER TABLE note DROP COLUMN IF EXISTS bus_id;

-- accrete:step 4 autocommit truck.weight: drop column
ALTER TABLE truck DROP COLUMN IF EXISTS weight;

-- accrete:step 5 autocommit drop bus
ALTER TABLE IF EXISTS bus DROP CONSTRAINT IF EXISTS bus_id_fkey;
DROP TABLE IF EXISTS bus;
