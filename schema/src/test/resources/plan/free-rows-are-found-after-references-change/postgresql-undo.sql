-- accrete:undo V0002 case postgresql
-- accrete:model 1:2be626eca2d530cf0dfd75cfc460eef4
-- accrete:verdict breaking
--
-- Changes
--   card.account_id   set not null, existing rows: case when row_number() over (order by id) <= (select count(*) from account p where not exists (select 1 from card c where c.account_id = p.id)) then (select array_agg(p.id order by p.id) from account p where not exists (select 1 from card c where c.account_id = p.id))[row_number() over (order by id)] end   Card.accountId
--   card.account_id   change type from uuid to bigint, using CAST(replace(CAST(account_id AS varchar), '-', '') AS bigint)   Card.accountId
--   account.id        change type from uuid to bigint, using CAST(replace(CAST(id AS varchar), '-', '') AS bigint)           Account.id
-- Locks
--   account           ACCESS EXCLUSIVE, rewrite
--   card              ACCESS EXCLUSIVE, instant
--   card              SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] card.account_id: writes of the running version that leave the column empty fail
--   [ACC-H204] card.account_id: the running version of the application may write values that no longer fit
--   [ACC-H210] card.account_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] account.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] account.id: the running version of the application may write values that no longer fit
--   [ACC-H210] account.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   account.id: what the conversion of its values left out
--   card.account_id: what the conversion of its values left out
--   card.account_id: rows without a value get case when row_number() over (order by id) <= (select count(*) from account p where not exists (select 1 from card c where c.account_id = p.id)) then (select array_agg(p.id order by p.id) from account p where not exists (select 1 from card c where c.account_id = p.id))[row_number() over (order by id)] end
-- Rows that stop this
--   card.account_id: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=account,card card: drop foreign key card_account_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account, card IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE card DROP CONSTRAINT card_account_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=account account.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE account IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE account ALTER COLUMN id TYPE bigint USING CAST(replace(CAST(id AS varchar), '-', '') AS bigint);
COMMIT;

-- accrete:step 3 transaction locks=card card.account_id: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE card IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE card ADD COLUMN card_account_id_next bigint;

CREATE FUNCTION card_account_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.card_account_id_next := (SELECT CAST(replace(CAST(account_id AS varchar), '-', '') AS bigint) FROM (SELECT NEW.*) AS card);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER card_account_id_sync BEFORE INSERT OR UPDATE ON card FOR EACH ROW EXECUTE FUNCTION card_account_id_sync();
COMMIT;

-- accrete:step 4 autocommit card.account_id: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 card.id%TYPE;
    high_1 card.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM card ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM card WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE card SET card_account_id_next = CAST(replace(CAST(account_id AS varchar), '-', '') AS bigint) WHERE card_account_id_next IS NULL AND account_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE card SET card_account_id_next = CAST(replace(CAST(account_id AS varchar), '-', '') AS bigint) WHERE card_account_id_next IS NULL AND account_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 autocommit index=card_account_id_key_account_id_next card: build index card_account_id_key_account_id_next online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY card_account_id_key_account_id_next ON card (card_account_id_next);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 6 autocommit card.account_id: gather statistics
ANALYZE card (card_account_id_next);

-- accrete:step 7 transaction locks=card card.account_id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE card IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER card_account_id_sync ON card;
DROP FUNCTION card_account_id_sync();
ALTER TABLE card DROP COLUMN account_id;
ALTER TABLE card RENAME COLUMN card_account_id_next TO account_id;
ALTER TABLE card ADD CONSTRAINT card_account_id_key UNIQUE USING INDEX card_account_id_key_account_id_next;
COMMIT;

-- accrete:step 8 autocommit card.account_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.card_account_id_values;

CREATE TEMPORARY TABLE card_account_id_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from account p where not exists (select 1 from card c where c.account_id = p.id)) then (select array_agg(p.id order by p.id) from account p where not exists (select 1 from card c where c.account_id = p.id))[row_number() over (order by id)] end AS found
    FROM card
    WHERE account_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS card_account_id_place ON pg_temp.card_account_id_values (key_1);

DO $accrete$
DECLARE
    low_1 card.id%TYPE;
    high_1 card.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM card ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM card WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE card SET account_id = (SELECT v.found FROM pg_temp.card_account_id_values v WHERE v.key_1 = card.id) WHERE account_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE card SET account_id = (SELECT v.found FROM pg_temp.card_account_id_values v WHERE v.key_1 = card.id) WHERE account_id IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.card_account_id_values;
RESET statement_timeout;

-- accrete:step 9 transaction locks=card card.account_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE card IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE card ADD CONSTRAINT card_account_id_present CHECK (account_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 10 autocommit card.account_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.card_account_id_values;

CREATE TEMPORARY TABLE card_account_id_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from account p where not exists (select 1 from card c where c.account_id = p.id)) then (select array_agg(p.id order by p.id) from account p where not exists (select 1 from card c where c.account_id = p.id))[row_number() over (order by id)] end AS found
    FROM card
    WHERE account_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS card_account_id_place ON pg_temp.card_account_id_values (key_1);

DO $accrete$
DECLARE
    low_1 card.id%TYPE;
    high_1 card.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM card ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM card WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE card SET account_id = (SELECT v.found FROM pg_temp.card_account_id_values v WHERE v.key_1 = card.id) WHERE account_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE card SET account_id = (SELECT v.found FROM pg_temp.card_account_id_values v WHERE v.key_1 = card.id) WHERE account_id IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.card_account_id_values;
RESET statement_timeout;

-- accrete:step 11 transaction card: validate card_account_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE card VALIDATE CONSTRAINT card_account_id_present;
COMMIT;

-- accrete:step 12 transaction locks=card card.account_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE card IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE card ALTER COLUMN account_id SET NOT NULL;
ALTER TABLE card DROP CONSTRAINT card_account_id_present;
COMMIT;

-- accrete:step 13 transaction locks=account,card card: add foreign key card_account_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account, card IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE card ADD CONSTRAINT card_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) NOT VALID;
COMMIT;

-- accrete:step 14 transaction card: validate card_account_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE card VALIDATE CONSTRAINT card_account_id_fkey;
COMMIT;
