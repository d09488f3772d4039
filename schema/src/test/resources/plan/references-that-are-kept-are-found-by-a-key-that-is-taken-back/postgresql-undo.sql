-- accrete:undo V0002 case postgresql
-- accrete:model 1:9be7c469d8675fe393290418b959cb28
-- accrete:verdict breaking
--
-- Changes
--   author.nr           add column bigint not null, existing rows: row_number() over (order by id)                     Author
--   author              drop foreign key author_teacher_id_fkey (teacher_id) to author                                 Author
--   author              drop primary key author_pkey (id)                                                              Author
--   author.id           change type from uuid to bigint, using CAST(replace(CAST(id AS varchar), '-', '') AS bigint)   Author.id
--   author.teacher_id   drop column                                                                                    Author.teacherId
--   author              add primary key author_pkey (nr)                                                               Author
--   author              look up what the references of author_teacher_nr_fkey mean, whose keys are others              Author
--   author              add foreign key author_teacher_nr_fkey (teacher_nr) to author                                  Author
-- Locks
--   author              ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] author.nr: inserts of the running version leave the new column out and fail
--   [ACC-H101] author.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] author.id: the running version of the application may write values that no longer fit
--   [ACC-H210] author.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] author.teacher_id: the running version of the application still reads and writes the column
--   [ACC-H301] author.teacher_id: its data is gone for good
--   [ACC-H401] author: no index starts with [teacher_nr], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   author: look up what the references of author_teacher_nr_fkey mean, whose keys are others
--   author.teacher_id: all values
--   author.id: what the conversion of its values left out
--   author.nr: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=author author: drop foreign key author_teacher_id_fkey; author.nr: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author DROP CONSTRAINT author_teacher_id_fkey;
ALTER TABLE author ADD COLUMN nr bigint;
COMMIT;

-- accrete:step 2 autocommit author.nr: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.author_nr_values;

CREATE TEMPORARY TABLE author_nr_values AS
    SELECT id AS key_1, row_number() over (order by id) AS found
    FROM author;

CREATE UNIQUE INDEX IF NOT EXISTS author_nr_place ON pg_temp.author_nr_values (key_1);

DO $accrete$
DECLARE
    low_1 author.id%TYPE;
    high_1 author.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM author ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM author WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE author SET nr = (SELECT v.found FROM pg_temp.author_nr_values v WHERE v.key_1 = author.id) WHERE nr IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE author SET nr = (SELECT v.found FROM pg_temp.author_nr_values v WHERE v.key_1 = author.id) WHERE nr IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

DROP TABLE IF EXISTS pg_temp.author_nr_values;
RESET statement_timeout;

-- accrete:step 3 transaction locks=author author.nr: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author ADD CONSTRAINT author_nr_present CHECK (nr IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit author.nr: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.author_nr_values;

CREATE TEMPORARY TABLE author_nr_values AS
    SELECT id AS key_1, row_number() over (order by id) AS found
    FROM author;

CREATE UNIQUE INDEX IF NOT EXISTS author_nr_place ON pg_temp.author_nr_values (key_1);

DO $accrete$
DECLARE
    low_1 author.id%TYPE;
    high_1 author.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM author ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM author WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE author SET nr = (SELECT v.found FROM pg_temp.author_nr_values v WHERE v.key_1 = author.id) WHERE nr IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE author SET nr = (SELECT v.found FROM pg_temp.author_nr_values v WHERE v.key_1 = author.id) WHERE nr IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

DROP TABLE IF EXISTS pg_temp.author_nr_values;
RESET statement_timeout;

-- accrete:step 5 transaction author: validate author_nr_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE author VALIDATE CONSTRAINT author_nr_present;
COMMIT;

-- accrete:step 6 transaction locks=author author.nr: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author ALTER COLUMN nr SET NOT NULL;
ALTER TABLE author DROP CONSTRAINT author_nr_present;
COMMIT;

-- accrete:step 7 transaction author: mend references to author
BEGIN;
SET LOCAL statement_timeout = 0;

UPDATE author SET teacher_nr = (select p.nr from author p where p.id = author.teacher_id)
    WHERE author.teacher_nr IS NOT NULL;
COMMIT;

-- accrete:step 8 transaction locks=author author.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author ALTER COLUMN id TYPE bigint USING CAST(replace(CAST(id AS varchar), '-', '') AS bigint);
COMMIT;

-- accrete:step 9 autocommit index=author_nr_new_idx author: build index author_nr_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY author_nr_new_idx ON author (nr);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 10 transaction locks=author author: change primary key author_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE author DROP CONSTRAINT author_pkey,
    ADD CONSTRAINT author_pkey PRIMARY KEY USING INDEX author_nr_new_idx;
COMMIT;

-- accrete:step 11 transaction locks=author author: add foreign key author_teacher_nr_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author ADD CONSTRAINT author_teacher_nr_fkey FOREIGN KEY (teacher_nr) REFERENCES author (nr) NOT VALID;
COMMIT;

-- accrete:step 12 transaction author: validate author_teacher_nr_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE author VALIDATE CONSTRAINT author_teacher_nr_fkey;
COMMIT;

-- accrete:step 13 transaction locks=author author.teacher_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author DROP COLUMN teacher_id;
COMMIT;
