-- accrete:migration V0002 case postgresql
-- accrete:model 1:c9c343b9618d5c41836dfe5d9ce093f3
-- accrete:verdict breaking
--
-- Changes
--   author              drop foreign key author_teacher_nr_fkey (teacher_nr) to author                               Author
--   author              drop primary key author_pkey (nr)                                                            Author
--   author.teacher_nr   keep unmapped column                                                                         Author
--   author.teacher_id   add column uuid, existing rows: (select p.id from author p where p.nr = author.teacher_nr)   Author.teacherId
--   author.id           change type from bigint to uuid, using cast(lpad(cast(id as varchar), 32, '0') as uuid)      Author.id
--   author              add primary key author_pkey (id)                                                             Author
--   author              add foreign key author_teacher_id_fkey (teacher_id) to author                                Author
--   author.nr           drop column                                                                                  Author
-- Locks
--   author              ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] author.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] author.id: the running version of the application may write values that no longer fit
--   [ACC-H210] author.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H401] author: no index starts with [teacher_id], so each delete of a referenced row reads the whole table
--   [ACC-H202] author.nr: the running version of the application still reads and writes the column
--   [ACC-H301] author.nr: its data is gone for good
-- Rows that stop this
--   author: the same values in id
--     SELECT id, count(*) FROM author GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=author author: drop foreign key author_teacher_nr_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author DROP CONSTRAINT author_teacher_nr_fkey;
COMMIT;

-- accrete:step 2 transaction locks=author author.id: change type to uuid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author ALTER COLUMN id TYPE uuid USING cast(lpad(cast(id as varchar), 32, '0') as uuid);
COMMIT;

-- accrete:step 3 transaction locks=author author.teacher_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author ADD COLUMN teacher_id uuid;
COMMIT;

-- accrete:step 4 autocommit author.teacher_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 author.nr%TYPE;
    high_1 author.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT nr INTO low_1 FROM author ORDER BY nr LIMIT 1;
    LOOP
        SELECT nr INTO high_1 FROM author WHERE nr >= low_1 ORDER BY nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE author SET teacher_id = (select p.id from author p where p.nr = author.teacher_nr) WHERE teacher_id IS NULL AND nr >= low_1;
                EXIT;
            END IF;
            UPDATE author SET teacher_id = (select p.id from author p where p.nr = author.teacher_nr) WHERE teacher_id IS NULL AND nr >= low_1 AND nr < high_1;
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

RESET statement_timeout;

-- accrete:step 5 autocommit index=author_id_new_idx author: build index author_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY author_id_new_idx ON author (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 6 transaction locks=author author: change primary key author_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE author DROP CONSTRAINT author_pkey,
    ADD CONSTRAINT author_pkey PRIMARY KEY USING INDEX author_id_new_idx;
COMMIT;

-- accrete:step 7 transaction locks=author author: add foreign key author_teacher_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author ADD CONSTRAINT author_teacher_id_fkey FOREIGN KEY (teacher_id) REFERENCES author (id) NOT VALID;
COMMIT;

-- accrete:step 8 transaction author: validate author_teacher_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE author VALIDATE CONSTRAINT author_teacher_id_fkey;
COMMIT;

-- accrete:step 9 transaction locks=author author.nr: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE author IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE author DROP COLUMN nr;
COMMIT;
