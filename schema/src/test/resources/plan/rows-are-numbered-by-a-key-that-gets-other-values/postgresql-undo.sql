-- accrete:undo V0002 case postgresql
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
--   bed           ACCESS EXCLUSIVE, rewrite
--   room          ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H101] bed.hall_id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] bed.hall_id: the running version of the application may write values that no longer fit
--   [ACC-H210] bed.hall_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
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

-- accrete:step 1 transaction locks=bed,room bed: drop foreign key bed_hall_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bed, room IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bed DROP CONSTRAINT bed_hall_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=bed bed.hall_id: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE bed IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bed ALTER COLUMN hall_id TYPE integer USING hall_id::integer;
COMMIT;

-- accrete:step 3 autocommit index=bed_hall_id_new_idx bed: build index bed_hall_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY bed_hall_id_new_idx ON bed (hall_id, place);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 4 transaction locks=bed bed: change primary key bed_pkey; bed.sort: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bed IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE bed DROP CONSTRAINT bed_pkey,
    ADD CONSTRAINT bed_pkey PRIMARY KEY USING INDEX bed_hall_id_new_idx;

ALTER TABLE bed DROP COLUMN sort;
COMMIT;
