-- accrete:undo V0002 case postgresql
-- accrete:model 1:1af00ac82a9dfeb36482a26ca6d770a6
-- accrete:verdict breaking
--
-- Changes
--   pointer                 drop foreign key pointer_target_fkey (target_sort, target_number) to node       Pointer
--   pointer.target_number   change type from varchar(20) to integer, using CAST(target_number AS integer)   Pointer.targetNumber
--   node.number             change type from varchar(20) to integer                                         Node.number
--   pointer.target_sort     drop column                                                                     Pointer.targetSort
--   pointer                 add foreign key pointer_target_fkey (target_kind, target_number) to node        Pointer
--   node.kind               rename column from sort                                                         Node
-- Locks
--   node                    ACCESS EXCLUSIVE, rewrite
--   pointer                 ACCESS EXCLUSIVE, instant
--   pointer                 SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] pointer.target_number: the running version of the application may write values that no longer fit
--   [ACC-H210] pointer.target_number: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] node.number: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] node.number: the running version of the application may write values that no longer fit
--   [ACC-H210] node.number: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] pointer.target_sort: the running version of the application still reads and writes the column
--   [ACC-H301] pointer.target_sort: its data is gone for good
--   [ACC-H401] pointer: no index starts with [target_kind, target_number], so each delete of a referenced row reads the whole table
--   [ACC-H201] node.kind: the running version of the application looks for the old name
-- Data that does not come back
--   pointer.target_sort: all values
--   node.number: what the conversion of its values left out
--   pointer.target_number: what the conversion of its values left out
-- Rows that stop this
--   pointer.target_number: texts that are no integer
--     SELECT * FROM pointer WHERE target_number = '' OR regexp_replace(target_number, '^-?[0-9]+$', '') <> '';
--   node.number: texts that are no integer
--     SELECT * FROM node WHERE number = '' OR regexp_replace(number, '^-?[0-9]+$', '') <> '';
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=node,pointer pointer: drop foreign key pointer_target_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE node, pointer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pointer DROP CONSTRAINT pointer_target_fkey;
COMMIT;

-- accrete:step 2 transaction locks=node node.number: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE node IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE node ALTER COLUMN number TYPE integer USING number::integer;
COMMIT;

-- accrete:step 3 transaction locks=pointer pointer.target_number: add a column of type integer beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE pointer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pointer ADD COLUMN pointer_target_number_next integer;

CREATE FUNCTION pointer_target_number_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.pointer_target_number_next := (SELECT CAST(target_number AS integer) FROM (SELECT NEW.*) AS pointer);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER pointer_target_number_sync BEFORE INSERT OR UPDATE ON pointer FOR EACH ROW EXECUTE FUNCTION pointer_target_number_sync();
COMMIT;

-- accrete:step 4 autocommit pointer.target_number: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 pointer.id%TYPE;
    high_1 pointer.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM pointer ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM pointer WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE pointer SET pointer_target_number_next = CAST(target_number AS integer) WHERE pointer_target_number_next IS NULL AND target_number IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE pointer SET pointer_target_number_next = CAST(target_number AS integer) WHERE pointer_target_number_next IS NULL AND target_number IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 autocommit pointer.target_number: gather statistics
ANALYZE pointer (pointer_target_number_next);

-- accrete:step 6 transaction locks=pointer pointer.target_number: change type to integer
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE pointer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER pointer_target_number_sync ON pointer;
DROP FUNCTION pointer_target_number_sync();
ALTER TABLE pointer DROP COLUMN target_number;
ALTER TABLE pointer RENAME COLUMN pointer_target_number_next TO target_number;
COMMIT;

-- accrete:step 7 transaction locks=node,pointer pointer: add foreign key pointer_target_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE node, pointer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pointer ADD CONSTRAINT pointer_target_fkey FOREIGN KEY (target_kind, target_number) REFERENCES node (sort, number) NOT VALID;
COMMIT;

-- accrete:step 8 transaction pointer: validate pointer_target_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE pointer VALIDATE CONSTRAINT pointer_target_fkey;
COMMIT;

-- accrete:step 9 transaction locks=pointer pointer.target_sort: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE pointer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pointer DROP COLUMN target_sort;
COMMIT;

-- accrete:step 10 transaction locks=node node.sort: rename to kind
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE node IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE node RENAME COLUMN sort TO kind;
COMMIT;
