-- accrete:migration V0002 case postgresql
-- accrete:model 1:bdc32f61c57ce8d31bcfff1ee45827a0
-- accrete:verdict breaking
--
-- Changes
--   line             drop foreign key line_parent_id_fkey (parent_id) to parent              Line
--   line.of_parent   add column varchar(30) not null, existing rows: cast(coalesce(parent_id, (select min(id) from parent)) as varchar(30))   Line.ofParent
--   parent.id        change type from bigint to varchar(30), using cast(id as varchar(30))   Parent.id
--   line             add foreign key line_of_parent_fkey (of_parent) to parent               Line
--   line.parent_id   drop column                                                             Line
-- Locks
--   line             ACCESS EXCLUSIVE, instant
--   line             SHARE UPDATE EXCLUSIVE, scan
--   parent           ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] line.of_parent: inserts of the running version leave the new column out and fail
--   [ACC-H101] parent.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] parent.id: the running version of the application may write values that no longer fit
--   [ACC-H210] parent.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H401] line: no index starts with [of_parent], so each delete of a referenced row reads the whole table
--   [ACC-H202] line.parent_id: the running version of the application still reads and writes the column
--   [ACC-H301] line.parent_id: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=line,parent line: drop foreign key line_parent_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line, parent IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line DROP CONSTRAINT line_parent_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=line line.of_parent: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD COLUMN of_parent varchar(30);
COMMIT;

-- accrete:step 3 autocommit line.of_parent: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 line.id%TYPE;
    high_1 line.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM line ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM line WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE line SET of_parent = cast(coalesce(parent_id, (select min(id) from parent)) as varchar(30)) WHERE of_parent IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET of_parent = cast(coalesce(parent_id, (select min(id) from parent)) as varchar(30)) WHERE of_parent IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction locks=line line.of_parent: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_of_parent_present CHECK (of_parent IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit line.of_parent: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 line.id%TYPE;
    high_1 line.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM line ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM line WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE line SET of_parent = cast(coalesce(parent_id, (select min(id) from parent)) as varchar(30)) WHERE of_parent IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE line SET of_parent = cast(coalesce(parent_id, (select min(id) from parent)) as varchar(30)) WHERE of_parent IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction line: validate line_of_parent_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE line VALIDATE CONSTRAINT line_of_parent_present;
COMMIT;

-- accrete:step 7 transaction locks=line line.of_parent: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ALTER COLUMN of_parent SET NOT NULL;
ALTER TABLE line DROP CONSTRAINT line_of_parent_present;
COMMIT;

-- accrete:step 8 transaction locks=parent parent.id: change type to varchar(30)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE parent IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE parent ALTER COLUMN id TYPE varchar(30) USING cast(id as varchar(30));
COMMIT;

-- accrete:step 9 transaction locks=line,parent line: add foreign key line_of_parent_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line, parent IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line ADD CONSTRAINT line_of_parent_fkey FOREIGN KEY (of_parent) REFERENCES parent (id) NOT VALID;
COMMIT;

-- accrete:step 10 transaction line: validate line_of_parent_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE line VALIDATE CONSTRAINT line_of_parent_fkey;
COMMIT;

-- accrete:step 11 transaction locks=line line.parent_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line DROP COLUMN parent_id;
COMMIT;
