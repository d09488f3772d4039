-- accrete:undo V0002 case postgresql
-- accrete:model 1:b8bab37e84a392ebe0513c9538db4a9d
-- accrete:verdict breaking
--
-- Changes
--   owner           create table
--   part            drop foreign key part_owner_id_fkey (owner_id) to holder   Part
--   part.owner_id   change type from bigint to integer                         Part.ownerId
--   part            add empty rows to owner that part_owner_id_fkey misses     Part
--   part            add foreign key part_owner_id_fkey (owner_id) to owner     Part
-- Locks
--   holder          ACCESS EXCLUSIVE, instant
--   owner           SHARE ROW EXCLUSIVE, instant
--   part            ACCESS EXCLUSIVE, instant
--   part            SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] part.owner_id: the running version of the application may write values that no longer fit
--   [ACC-H210] part.owner_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] part: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] part: the running version fails when it writes references to rows of owner, which it does not know
--   [ACC-H401] part: no index starts with [owner_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   part: add empty rows to owner that part_owner_id_fkey misses
--   part.owner_id: what the conversion of its values left out
--   owner: the rows that were dropped
-- Rows that stop this
--   part.owner_id: more than integer holds
--     SELECT * FROM part WHERE owner_id NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=holder,part part: drop foreign key part_owner_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE holder, part IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE part DROP CONSTRAINT part_owner_id_fkey;
COMMIT;

-- accrete:step 2 transaction create owner, which nobody uses yet
BEGIN;
CREATE TABLE owner (
    nr integer NOT NULL,
    CONSTRAINT owner_pkey PRIMARY KEY (nr)
);
COMMIT;

-- accrete:step 3 transaction locks=part part.owner_id: add a column of type integer beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE part IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE part ADD COLUMN part_owner_id_next integer;

CREATE FUNCTION part_owner_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.part_owner_id_next := (SELECT owner_id::integer FROM (SELECT NEW.*) AS part);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER part_owner_id_sync BEFORE INSERT OR UPDATE ON part FOR EACH ROW EXECUTE FUNCTION part_owner_id_sync();
COMMIT;

-- accrete:step 4 autocommit part.owner_id: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 part.id%TYPE;
    high_1 part.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM part ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM part WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE part SET part_owner_id_next = owner_id::integer WHERE part_owner_id_next IS NULL AND owner_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE part SET part_owner_id_next = owner_id::integer WHERE part_owner_id_next IS NULL AND owner_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction locks=part part.part_owner_id_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE part IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE part ADD CONSTRAINT part_part_owner_id_next_present CHECK (part_owner_id_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 transaction part: validate part_part_owner_id_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE part VALIDATE CONSTRAINT part_part_owner_id_next_present;
COMMIT;

-- accrete:step 7 transaction locks=part part.part_owner_id_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE part IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE part ALTER COLUMN part_owner_id_next SET NOT NULL;
ALTER TABLE part DROP CONSTRAINT part_part_owner_id_next_present;
COMMIT;

-- accrete:step 8 autocommit part.owner_id: gather statistics
ANALYZE part (part_owner_id_next);

-- accrete:step 9 transaction locks=part part.owner_id: change type to integer
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE part IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER part_owner_id_sync ON part;
DROP FUNCTION part_owner_id_sync();
ALTER TABLE part DROP COLUMN owner_id;
ALTER TABLE part RENAME COLUMN part_owner_id_next TO owner_id;
COMMIT;

-- accrete:step 10 autocommit part: mend references to owner
SET statement_timeout = 0;

INSERT INTO owner (nr)
    SELECT nr FROM (SELECT DISTINCT part.owner_id AS nr FROM part
    WHERE part.owner_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM owner r WHERE r.nr = part.owner_id)) k;

RESET statement_timeout;

-- accrete:step 11 transaction locks=owner,part part: add foreign key part_owner_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE owner, part IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE part ADD CONSTRAINT part_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES owner (nr) NOT VALID;
COMMIT;

-- accrete:step 12 transaction part: validate part_owner_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE part VALIDATE CONSTRAINT part_owner_id_fkey;
COMMIT;
