-- accrete:undo V0002 case h2
-- accrete:model 1:2213a16d314ec772d0121fe1a2e17a9b
-- accrete:verdict breaking
--
-- Changes
--   bed           drop foreign key bed_hall_id_fkey (hall_id) to room   Bed
--   bed           drop primary key bed_pkey (hall_id, sort)             Bed
--   bed.hall_id   change type from bigint to integer                    Bed.hallId
--   bed.sort      drop column                                           Bed.sort
--   bed           add primary key bed_pkey (hall_id, place)             Bed
-- Locks
--   bed           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] bed.hall_id: the running version of the application may write values that no longer fit
--   [ACC-H202] bed.sort: the running version of the application still reads and writes the column
--   [ACC-H301] bed.sort: its data is gone for good
-- Data that does not come back
--   bed.sort: all values
--   bed.hall_id: what the conversion of its values left out
-- Rows that stop this
--   bed.hall_id: more than integer holds
--     SELECT * FROM bed WHERE hall_id NOT BETWEEN -2147483648 AND 2147483647;
--   bed: the same values in hall_id, place
--     SELECT hall_id, place, count(*) FROM bed GROUP BY hall_id, place HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit bed: drop foreign key bed_hall_id_fkey
ALTER TABLE bed DROP CONSTRAINT IF EXISTS bed_hall_id_fkey;

-- accrete:step 2 autocommit bed: drop primary key bed_pkey
ALTER TABLE bed DROP CONSTRAINT IF EXISTS bed_pkey;

-- accrete:step 3 autocommit bed.hall_id: change type to integer
ALTER TABLE bed ALTER COLUMN hall_id SET DATA TYPE integer;

-- accrete:step 4 autocommit bed: add primary key
ALTER TABLE bed ADD CONSTRAINT bed_pkey PRIMARY KEY (hall_id, place);

-- accrete:step 5 autocommit bed.sort: drop column
ALTER TABLE bed DROP COLUMN IF EXISTS sort;
