-- accrete:migration V0002 case postgresql
-- accrete:model 1:7f6305ce9d04cecbeba19111592396ee
-- accrete:verdict breaking
--
-- Changes
--   card              drop foreign key card_account_id_fkey (account_id) to account                                       Card
--   visit             drop foreign key visit_token_id_fkey (token_id) to token                                            Visit
--   card.of_account   add column uuid not null, existing rows: cast(lpad(cast(account_id as varchar), 32, '0') as uuid)   Card.ofAccount
--   visit.of_token    add column bigint, existing rows: (select x.n from (select o.id as k, row_number() over (order by o.id) as n from token o) x where x.k = visit.token_id)   Visit.ofToken
--   account.id        change type from bigint to uuid, using cast(lpad(cast(id as varchar), 32, '0') as uuid)             Account.id
--   token.id          change type from uuid to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from token o) x where x.k = token.id)   Token.id
--   card              add foreign key card_of_account_fkey (of_account) to account                                        Card
--   visit             add foreign key visit_of_token_fkey (of_token) to token                                             Visit
--   card.account_id   drop column                                                                                         Card
--   visit.token_id    drop column                                                                                         Visit
-- Locks
--   account           ACCESS EXCLUSIVE, rewrite
--   card              ACCESS EXCLUSIVE, instant
--   card              SHARE UPDATE EXCLUSIVE, scan
--   token             ACCESS EXCLUSIVE, rewrite
--   visit             ACCESS EXCLUSIVE, instant
--   visit             SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] card.of_account: inserts of the running version leave the new column out and fail
--   [ACC-H101] account.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] account.id: the running version of the application may write values that no longer fit
--   [ACC-H210] account.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] token.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] token.id: the running version of the application may write values that no longer fit
--   [ACC-H210] token.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H401] card: no index starts with [of_account], so each delete of a referenced row reads the whole table
--   [ACC-H401] visit: no index starts with [of_token], so each delete of a referenced row reads the whole table
--   [ACC-H202] card.account_id: the running version of the application still reads and writes the column
--   [ACC-H301] card.account_id: its data is gone for good
--   [ACC-H202] visit.token_id: the running version of the application still reads and writes the column
--   [ACC-H301] visit.token_id: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=account,card card: drop foreign key card_account_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account, card IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE card DROP CONSTRAINT card_account_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=token,visit visit: drop foreign key visit_token_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE token, visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit DROP CONSTRAINT visit_token_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=account account.id: change type to uuid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE account IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE account ALTER COLUMN id TYPE uuid USING cast(lpad(cast(id as varchar), 32, '0') as uuid);
COMMIT;

-- accrete:step 4 transaction locks=card card.of_account: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE card IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE card ADD COLUMN of_account uuid;
COMMIT;

-- accrete:step 5 autocommit card.of_account: fill in rows that exist
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
                UPDATE card SET of_account = cast(lpad(cast(account_id as varchar), 32, '0') as uuid) WHERE of_account IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE card SET of_account = cast(lpad(cast(account_id as varchar), 32, '0') as uuid) WHERE of_account IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction locks=card card.of_account: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE card IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE card ADD CONSTRAINT card_of_account_present CHECK (of_account IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 7 autocommit card.of_account: fill in rows written meanwhile
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
                UPDATE card SET of_account = cast(lpad(cast(account_id as varchar), 32, '0') as uuid) WHERE of_account IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE card SET of_account = cast(lpad(cast(account_id as varchar), 32, '0') as uuid) WHERE of_account IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 8 transaction card: validate card_of_account_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE card VALIDATE CONSTRAINT card_of_account_present;
COMMIT;

-- accrete:step 9 transaction locks=card card.of_account: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE card IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE card ALTER COLUMN of_account SET NOT NULL;
ALTER TABLE card DROP CONSTRAINT card_of_account_present;
COMMIT;

-- accrete:step 10 transaction locks=visit visit.of_token: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit ADD COLUMN of_token bigint;
COMMIT;

-- accrete:step 11 autocommit visit.of_token: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.visit_of_token_list1;

CREATE TEMPORARY TABLE visit_of_token_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from token o;

CREATE INDEX IF NOT EXISTS visit_of_token_list1_n ON pg_temp.visit_of_token_list1 (n);
CREATE INDEX IF NOT EXISTS visit_of_token_list1_k ON pg_temp.visit_of_token_list1 (k);

DO $accrete$
DECLARE
    low_1 visit.id%TYPE;
    high_1 visit.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM visit ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM visit WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE visit SET of_token = (select x.n from pg_temp.visit_of_token_list1 x where x.k = visit.token_id) WHERE of_token IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE visit SET of_token = (select x.n from pg_temp.visit_of_token_list1 x where x.k = visit.token_id) WHERE of_token IS NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.visit_of_token_list1;
RESET statement_timeout;

-- accrete:step 12 transaction locks=token token.id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE token IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE token ADD COLUMN token_id_next bigint;

CREATE FUNCTION token_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.token_id_next := (SELECT (select x.n from (select o.id as k, row_number() over (order by o.id) as n from token o) x where x.k = token.id) FROM (SELECT NEW.*) AS token);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER token_id_sync BEFORE INSERT OR UPDATE ON token FOR EACH ROW EXECUTE FUNCTION token_id_sync();
COMMIT;

-- accrete:step 13 autocommit token.id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.token_token_id_next_list1;

CREATE TEMPORARY TABLE token_token_id_next_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from token o;

CREATE INDEX IF NOT EXISTS token_token_id_next_list1_n ON pg_temp.token_token_id_next_list1 (n);
CREATE INDEX IF NOT EXISTS token_token_id_next_list1_k ON pg_temp.token_token_id_next_list1 (k);

DO $accrete$
DECLARE
    low_1 token.id%TYPE;
    high_1 token.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM token ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM token WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE token SET token_id_next = (select x.n from pg_temp.token_token_id_next_list1 x where x.k = token.id) WHERE token_id_next IS NULL AND id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE token SET token_id_next = (select x.n from pg_temp.token_token_id_next_list1 x where x.k = token.id) WHERE token_id_next IS NULL AND id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.token_token_id_next_list1;
RESET statement_timeout;

-- accrete:step 14 transaction locks=token token.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE token IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER token_id_sync ON token;
DROP FUNCTION token_id_sync();
ALTER TABLE token ALTER COLUMN id TYPE bigint USING token_id_next;
ALTER TABLE token DROP COLUMN token_id_next;
COMMIT;

-- accrete:step 15 transaction locks=account,card card: add foreign key card_of_account_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account, card IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE card ADD CONSTRAINT card_of_account_fkey FOREIGN KEY (of_account) REFERENCES account (id) NOT VALID;
COMMIT;

-- accrete:step 16 transaction card: validate card_of_account_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE card VALIDATE CONSTRAINT card_of_account_fkey;
COMMIT;

-- accrete:step 17 transaction locks=token,visit visit: add foreign key visit_of_token_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE token, visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit ADD CONSTRAINT visit_of_token_fkey FOREIGN KEY (of_token) REFERENCES token (id) NOT VALID;
COMMIT;

-- accrete:step 18 transaction visit: validate visit_of_token_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE visit VALIDATE CONSTRAINT visit_of_token_fkey;
COMMIT;

-- accrete:step 19 transaction locks=card card.account_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE card IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE card DROP COLUMN account_id;
COMMIT;

-- accrete:step 20 transaction locks=visit visit.token_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visit DROP COLUMN token_id;
COMMIT;
