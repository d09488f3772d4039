-- accrete:undo V0002 case postgresql
-- accrete:model 1:b17501de15da7ed1727cca45c24224e2
-- accrete:verdict breaking
--
-- Changes
--   users.team_id   set not null, existing rows: (SELECT min(id) FROM team)   Users
--   users.phone     set not null, existing rows: CAST(id AS varchar)          Users
--   users.phone     change check to [phone is not null and phone <> '*']      Users
--   users           add unique constraint users_code_key (code)               Users
--   users           add foreign key users_team_id_fkey (team_id) to team      Users
--   users           add foreign key users_boss_id_fkey (boss_id) to users     Users
--   fax             add foreign key fax_users_id_fkey (users_id) to users
-- Locks
--   fax             SHARE ROW EXCLUSIVE, instant
--   fax             SHARE UPDATE EXCLUSIVE, scan
--   team            SHARE ROW EXCLUSIVE, instant
--   users           ACCESS EXCLUSIVE, instant
--   users           SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] users.team_id: writes of the running version that leave the column empty fail
--   [ACC-H203] users.phone: writes of the running version that leave the column empty fail
--   [ACC-H205] users.phone: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
--   [ACC-H205] users: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H401] users: no index starts with [team_id], so each delete of a referenced row reads the whole table
--   [ACC-H401] users: no index starts with [boss_id], so each delete of a referenced row reads the whole table
--   [ACC-H401] fax: no index starts with [users_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   users.phone: rows without a value get CAST(id AS varchar)
--   users.team_id: rows without a value get (SELECT min(id) FROM team)
-- Rows that stop this
--   users.team_id: no value, where none is found for them
--     SELECT * FROM users WHERE team_id IS NULL AND (SELECT min(id) FROM team) IS NULL;
--   users.phone: what its check refuses
--     SELECT * FROM users WHERE phone IS NOT NULL AND NOT (phone is not null and phone <> '*');
--   users: the same values in code
--     SELECT code, count(*) FROM users GROUP BY code HAVING count(*) > 1;
--   users: references to rows of team that are not there
--     SELECT * FROM users c WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM team p WHERE p.id = c.team_id);
--   users: references to rows of users that are not there
--     SELECT * FROM users c WHERE c.boss_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM users p WHERE p.id = c.boss_id);
--   fax: references to rows of users that are not there
--     SELECT * FROM fax c WHERE c.users_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM users p WHERE p.id = c.users_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=users users.phone: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD CONSTRAINT users_phone_check CHECK (phone is not null and phone <> '*') NOT VALID;
COMMIT;

-- accrete:step 2 autocommit users.phone: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 users.id%TYPE;
    high_1 users.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM users ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM users WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE users SET phone = CAST(id AS varchar) WHERE phone IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE users SET phone = CAST(id AS varchar) WHERE phone IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction users: validate users_phone_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users VALIDATE CONSTRAINT users_phone_check;
COMMIT;

-- accrete:step 4 autocommit users.phone: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 users.id%TYPE;
    high_1 users.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM users ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM users WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE users SET phone = CAST(id AS varchar) WHERE phone IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE users SET phone = CAST(id AS varchar) WHERE phone IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction locks=users users.phone: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD CONSTRAINT users_phone_present CHECK (phone IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 autocommit users.phone: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 users.id%TYPE;
    high_1 users.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM users ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM users WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE users SET phone = CAST(id AS varchar) WHERE phone IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE users SET phone = CAST(id AS varchar) WHERE phone IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 7 transaction users: validate users_phone_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users VALIDATE CONSTRAINT users_phone_present;
COMMIT;

-- accrete:step 8 transaction locks=users users.phone: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ALTER COLUMN phone SET NOT NULL;
ALTER TABLE users DROP CONSTRAINT users_phone_present;
COMMIT;

-- accrete:step 9 autocommit users.team_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 users.id%TYPE;
    high_1 users.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM users ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM users WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE users SET team_id = (SELECT min(id) FROM team) WHERE team_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE users SET team_id = (SELECT min(id) FROM team) WHERE team_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 10 transaction locks=users users.team_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD CONSTRAINT users_team_id_present CHECK (team_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 11 autocommit users.team_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 users.id%TYPE;
    high_1 users.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM users ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM users WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE users SET team_id = (SELECT min(id) FROM team) WHERE team_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE users SET team_id = (SELECT min(id) FROM team) WHERE team_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 12 transaction users: validate users_team_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users VALIDATE CONSTRAINT users_team_id_present;
COMMIT;

-- accrete:step 13 transaction locks=users users.team_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ALTER COLUMN team_id SET NOT NULL;
ALTER TABLE users DROP CONSTRAINT users_team_id_present;
COMMIT;

-- accrete:step 14 autocommit index=users_code_key users: build index users_code_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY users_code_key ON users (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 15 transaction locks=users users: add unique key users_code_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD CONSTRAINT users_code_key UNIQUE USING INDEX users_code_key;
COMMIT;

-- accrete:step 16 transaction locks=fax,users fax: add foreign key fax_users_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE fax, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE fax ADD CONSTRAINT fax_users_id_fkey FOREIGN KEY (users_id) REFERENCES users (id) ON DELETE CASCADE NOT VALID;
COMMIT;

-- accrete:step 17 transaction fax: validate fax_users_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE fax VALIDATE CONSTRAINT fax_users_id_fkey;
COMMIT;

-- accrete:step 18 transaction locks=users users: add foreign key users_boss_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD CONSTRAINT users_boss_id_fkey FOREIGN KEY (boss_id) REFERENCES users (id) NOT VALID;
COMMIT;

-- accrete:step 19 transaction users: validate users_boss_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users VALIDATE CONSTRAINT users_boss_id_fkey;
COMMIT;

-- accrete:step 20 transaction locks=team,users users: add foreign key users_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE team, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id) NOT VALID;
COMMIT;

-- accrete:step 21 transaction users: validate users_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users VALIDATE CONSTRAINT users_team_id_fkey;
COMMIT;
