-- accrete:undo V0002 case h2
-- accrete:model 1:6fcd415f1ff03c30fb24938df13618d5
-- accrete:verdict breaking
--
-- Changes
--   truck.id     add column integer not null, existing rows: row_number() over (order by code)   Truck
--   truck        drop foreign key truck_code_fkey (code) to vehicle                              Truck
--   truck        drop primary key truck_pkey (code)                                              Truck
--   truck.code   drop column                                                                     Truck.code
--   truck        add primary key truck_pkey (id)                                                 Truck
-- Locks
--   truck        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] truck.id: inserts of the running version leave the new column out and fail
--   [ACC-H202] truck.code: the running version of the application still reads and writes the column
--   [ACC-H301] truck.code: its data is gone for good
-- Data that does not come back
--   truck.code: all values
--   truck.id: the values that were dropped
--   vehicle: rows that were taken over stay
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit truck: drop foreign key truck_code_fkey
ALTER TABLE truck DROP CONSTRAINT IF EXISTS truck_code_fkey;

-- accrete:step 2 autocommit truck: drop primary key truck_pkey
ALTER TABLE truck DROP CONSTRAINT IF EXISTS truck_pkey;

-- accrete:step 3 autocommit truck.id: add column
ALTER TABLE truck ADD COLUMN id integer;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS truck_id_values AS
    SELECT code AS key_1, row_number() over (order by code) AS found
    FROM truck;

CREATE UNIQUE INDEX IF NOT EXISTS truck_id_place ON truck_id_values (key_1);
UPDATE truck SET id = (SELECT v.found FROM truck_id_values v WHERE v.key_1 = truck.code) WHERE id IS NULL;
DROP TABLE IF EXISTS truck_id_values;
ALTER TABLE truck ALTER COLUMN id SET NOT NULL;

-- accrete:step 4 autocommit truck: add primary key
ALTER TABLE truck ADD CONSTRAINT truck_pkey PRIMARY KEY (id);

-- accrete:step 5 autocommit truck.code: drop column
ALTER TABLE truck DROP COLUMN IF EXISTS code;
