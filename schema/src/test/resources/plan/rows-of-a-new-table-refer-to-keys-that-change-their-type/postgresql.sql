-- accrete:migration V0002 case postgresql
-- accrete:model 1:86fe13385f68f689988a7e35ff3d5806
-- accrete:verdict breaking
--
-- Changes
--   support               create table                                                                                     Support
--   support               fill with (id, program_id) select 1, (select id from program order by id fetch first row only)   Support
--   facility.support_id   add column bigint not null, existing rows: (select min(id) from support)                         Facility.supportId
--   program.id            change type from varchar(36) to uuid, using cast(lpad(cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from program o) x where x.k = program.id) as varchar), 32, '0') as uuid)   Program.id
--   facility              add foreign key facility_support_id_fkey (support_id) to support                                 Facility
--   support               add foreign key support_program_id_fkey (program_id) to program                                  Support
-- Locks
--   facility              ACCESS EXCLUSIVE, instant
--   facility              SHARE UPDATE EXCLUSIVE, scan
--   program               ACCESS EXCLUSIVE, rewrite
--   support               SHARE ROW EXCLUSIVE, instant
--   support               SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] support: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] facility.support_id: inserts of the running version leave the new column out and fail
--   [ACC-H101] program.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] program.id: the running version of the application may write values that no longer fit
--   [ACC-H210] program.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H401] facility: no index starts with [support_id], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   support: rows that it takes over without a value, where none is found for them
--     SELECT * FROM (select 1, (select id from program order by id fetch first row only)) taken(id, program_id) WHERE program_id IS NULL;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create support, which nobody uses yet
BEGIN;
CREATE TABLE support (
    id bigint NOT NULL,
    program_id uuid NOT NULL,
    CONSTRAINT support_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 transaction locks=program program.id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE program IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE program ADD COLUMN program_id_next uuid;

CREATE FUNCTION program_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.program_id_next := (SELECT cast(lpad(cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from program o) x where x.k = program.id) as varchar), 32, '0') as uuid) FROM (SELECT NEW.*) AS program);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER program_id_sync BEFORE INSERT OR UPDATE ON program FOR EACH ROW EXECUTE FUNCTION program_id_sync();
COMMIT;

-- accrete:step 3 autocommit program.id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.program_program_id_next_list1;

CREATE TEMPORARY TABLE program_program_id_next_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from program o;

CREATE INDEX IF NOT EXISTS program_program_id_next_list1_n ON pg_temp.program_program_id_next_list1 (n);
CREATE INDEX IF NOT EXISTS program_program_id_next_list1_k ON pg_temp.program_program_id_next_list1 (k);

DO $accrete$
DECLARE
    low_1 program.id%TYPE;
    high_1 program.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM program ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM program WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE program SET program_id_next = cast(lpad(cast((select x.n from pg_temp.program_program_id_next_list1 x where x.k = program.id) as varchar), 32, '0') as uuid) WHERE program_id_next IS NULL AND id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE program SET program_id_next = cast(lpad(cast((select x.n from pg_temp.program_program_id_next_list1 x where x.k = program.id) as varchar), 32, '0') as uuid) WHERE program_id_next IS NULL AND id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.program_program_id_next_list1;
RESET statement_timeout;

-- accrete:step 4 transaction locks=program program.id: change type to uuid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE program IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER program_id_sync ON program;
DROP FUNCTION program_id_sync();
ALTER TABLE program ALTER COLUMN id TYPE uuid USING program_id_next;
ALTER TABLE program DROP COLUMN program_id_next;
COMMIT;

-- accrete:step 5 transaction support: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO support (id, program_id) select 1, (select id from program order by id fetch first row only);
COMMIT;

-- accrete:step 6 transaction locks=facility facility.support_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE facility IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE facility ADD COLUMN support_id bigint;
COMMIT;

-- accrete:step 7 autocommit facility.support_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 facility.id%TYPE;
    high_1 facility.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM facility ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM facility WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE facility SET support_id = (select min(id) from support) WHERE support_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE facility SET support_id = (select min(id) from support) WHERE support_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 8 transaction locks=facility facility.support_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE facility IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE facility ADD CONSTRAINT facility_support_id_present CHECK (support_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 9 autocommit facility.support_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 facility.id%TYPE;
    high_1 facility.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM facility ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM facility WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE facility SET support_id = (select min(id) from support) WHERE support_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE facility SET support_id = (select min(id) from support) WHERE support_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 10 transaction facility: validate facility_support_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE facility VALIDATE CONSTRAINT facility_support_id_present;
COMMIT;

-- accrete:step 11 transaction locks=facility facility.support_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE facility IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE facility ALTER COLUMN support_id SET NOT NULL;
ALTER TABLE facility DROP CONSTRAINT facility_support_id_present;
COMMIT;

-- accrete:step 12 transaction locks=facility,support facility: add foreign key facility_support_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE facility, support IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE facility ADD CONSTRAINT facility_support_id_fkey FOREIGN KEY (support_id) REFERENCES support (id) NOT VALID;
COMMIT;

-- accrete:step 13 transaction facility: validate facility_support_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE facility VALIDATE CONSTRAINT facility_support_id_fkey;
COMMIT;

-- accrete:step 14 transaction locks=program,support support: add foreign key support_program_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE program, support IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE support ADD CONSTRAINT support_program_id_fkey FOREIGN KEY (program_id) REFERENCES program (id) NOT VALID;
COMMIT;

-- accrete:step 15 transaction support: validate support_program_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE support VALIDATE CONSTRAINT support_program_id_fkey;
COMMIT;
