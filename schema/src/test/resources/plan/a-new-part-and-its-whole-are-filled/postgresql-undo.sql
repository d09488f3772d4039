-- accrete:undo V0002 case postgresql
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
--   bus            ACCESS EXCLUSIVE, instant
--   note           ACCESS EXCLUSIVE, instant
--   truck          ACCESS EXCLUSIVE, instant
--   vehicle        ACCESS EXCLUSIVE, instant
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

-- accrete:step 1 transaction locks=bus,note note: drop foreign key note_bus_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bus, note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note DROP CONSTRAINT note_bus_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=truck,vehicle truck: drop foreign key truck_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE truck DROP CONSTRAINT truck_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=note note.bus_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note DROP COLUMN bus_id;
COMMIT;

-- accrete:step 4 transaction locks=truck truck.weight: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE truck IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE truck DROP COLUMN weight;
COMMIT;

-- accrete:step 5 transaction locks=bus,vehicle bus: drop foreign key bus_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bus, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bus DROP CONSTRAINT bus_id_fkey;
COMMIT;

-- accrete:step 6 transaction locks=bus drop bus
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bus IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE bus;
COMMIT;
