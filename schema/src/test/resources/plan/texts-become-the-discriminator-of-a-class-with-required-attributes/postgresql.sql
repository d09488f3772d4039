-- accrete:migration V0002 case postgresql
-- accrete:model 1:b5a491a14316b1846142770c434aeecf
-- accrete:verdict breaking
--
-- Changes
--   client.age_limit   add column integer                                     Client.ageLimit
--   client.weight      add column integer                                     Client.weight
--   client.kind        change type from varchar(255) to varchar(31), using case kind when 'App' then 'App' else 'Service' end   Client.kind
--   client.kind        change check to [kind in ('App','Service')]            Client.kind
--   client.kind        set not null, existing rows: 'App'                     Client.kind
--   client.age_limit   existing rows: case when kind = 'App' then 18 end      Client.ageLimit
--   client.enabled     existing rows: case when kind = 'App' then true end    Client.enabled
--   client.weight      existing rows: case when kind = 'Service' then 1 end   Client.weight
--   client             add check client_check                                 Client
--   client             add check client_check1                                Client
-- Locks
--   client             ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] client.kind: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] client.kind: the running version of the application may write values that no longer fit
--   [ACC-H210] client.kind: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H203] client.kind: writes of the running version that leave the column empty fail
--   [ACC-H203] client: rows that the running version writes without age_limit, enabled fail
--   [ACC-H205] client: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
--   [ACC-H203] client: rows that the running version writes without weight fail
--   [ACC-H205] client: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=client client.age_limit: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE client IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE client ADD COLUMN age_limit integer;
COMMIT;

-- accrete:step 2 transaction locks=client client.kind: change type to varchar(31)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE client IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE client ALTER COLUMN kind TYPE varchar(31) USING case kind when 'App' then 'App' else 'Service' end,
    ADD CONSTRAINT client_kind_check CHECK (kind in ('App','Service')) NOT VALID;
COMMIT;

-- accrete:step 3 transaction client: validate client_kind_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE client VALIDATE CONSTRAINT client_kind_check;
COMMIT;

-- accrete:step 4 autocommit client.kind: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 client.id%TYPE;
    high_1 client.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM client ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM client WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE client SET kind = 'App' WHERE kind IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE client SET kind = 'App' WHERE kind IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction locks=client client.kind: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE client IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE client ADD CONSTRAINT client_kind_present CHECK (kind IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 autocommit client.kind: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 client.id%TYPE;
    high_1 client.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM client ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM client WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE client SET kind = 'App' WHERE kind IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE client SET kind = 'App' WHERE kind IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 7 transaction client: validate client_kind_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE client VALIDATE CONSTRAINT client_kind_present;
COMMIT;

-- accrete:step 8 transaction locks=client client.kind: set not null; client.weight: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE client IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE client ALTER COLUMN kind SET NOT NULL;
ALTER TABLE client DROP CONSTRAINT client_kind_present;
ALTER TABLE client ADD COLUMN weight integer;
COMMIT;

-- accrete:step 9 autocommit client.age_limit: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 client.id%TYPE;
    high_1 client.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM client ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM client WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE client SET age_limit = case when kind = 'App' then 18 end WHERE age_limit IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE client SET age_limit = case when kind = 'App' then 18 end WHERE age_limit IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 10 autocommit client.enabled: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 client.id%TYPE;
    high_1 client.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM client ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM client WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE client SET enabled = case when kind = 'App' then true end WHERE enabled IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE client SET enabled = case when kind = 'App' then true end WHERE enabled IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 11 autocommit client.weight: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 client.id%TYPE;
    high_1 client.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM client ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM client WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE client SET weight = case when kind = 'Service' then 1 end WHERE weight IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE client SET weight = case when kind = 'Service' then 1 end WHERE weight IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 12 transaction locks=client client: add check client_check
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE client IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE client ADD CONSTRAINT client_check CHECK (kind <> 'App' or (age_limit is not null and enabled is not null)) NOT VALID;
COMMIT;

-- accrete:step 13 transaction client: validate client_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE client VALIDATE CONSTRAINT client_check;
COMMIT;

-- accrete:step 14 transaction locks=client client: add check client_check1
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE client IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE client ADD CONSTRAINT client_check1 CHECK (kind <> 'Service' or (weight is not null)) NOT VALID;
COMMIT;

-- accrete:step 15 transaction client: validate client_check1
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE client VALIDATE CONSTRAINT client_check1;
COMMIT;
