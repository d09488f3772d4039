-- accrete:undo V0002 case postgresql
-- accrete:model 1:ea9fb8d9ba1ac8cfe8cd175611c8b57a
-- accrete:verdict breaking
--
-- Changes
--   users.email   change type from varchar(300) to varchar(255), using substring(email from 1 for 255)   Users.email
--   users.age     change type from bigint to integer                                                     Users.age
-- Locks
--   users         ACCESS EXCLUSIVE, instant
--   users         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] users.email: the running version of the application may write values that no longer fit
--   [ACC-H210] users.email: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] users.age: the running version of the application may write values that no longer fit
--   [ACC-H210] users.age: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   users.age: what the conversion of its values left out
--   users.email: what the conversion of its values left out
-- Rows that stop this
--   users.age: more than integer holds
--     SELECT * FROM users WHERE age NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=users users.age: add a column of type integer beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD COLUMN users_age_next integer;

CREATE FUNCTION users_age_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.users_age_next := (SELECT age::integer FROM (SELECT NEW.*) AS users);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER users_age_sync BEFORE INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION users_age_sync();
COMMIT;

-- accrete:step 2 autocommit users.age: convert rows that exist
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
                UPDATE users SET users_age_next = age::integer WHERE users_age_next IS NULL AND age IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE users SET users_age_next = age::integer WHERE users_age_next IS NULL AND age IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit users.age: gather statistics
ANALYZE users (users_age_next);

-- accrete:step 4 transaction locks=users users.age: change type to integer; users.email: add a column of type varchar(255) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER users_age_sync ON users;
DROP FUNCTION users_age_sync();
ALTER TABLE users DROP COLUMN age;
ALTER TABLE users RENAME COLUMN users_age_next TO age;
ALTER TABLE users ADD COLUMN users_email_next varchar(255);

CREATE FUNCTION users_email_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.users_email_next := (SELECT substring(email from 1 for 255) FROM (SELECT NEW.*) AS users);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER users_email_sync BEFORE INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION users_email_sync();
COMMIT;

-- accrete:step 5 autocommit users.email: convert rows that exist
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
                UPDATE users SET users_email_next = substring(email from 1 for 255) WHERE users_email_next IS NULL AND email IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE users SET users_email_next = substring(email from 1 for 255) WHERE users_email_next IS NULL AND email IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction locks=users users.users_email_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD CONSTRAINT users_users_email_next_present CHECK (users_email_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 7 transaction users: validate users_users_email_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users VALIDATE CONSTRAINT users_users_email_next_present;
COMMIT;

-- accrete:step 8 transaction locks=users users.users_email_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ALTER COLUMN users_email_next SET NOT NULL;
ALTER TABLE users DROP CONSTRAINT users_users_email_next_present;
COMMIT;

-- accrete:step 9 autocommit users.email: gather statistics
ANALYZE users (users_email_next);

-- accrete:step 10 transaction locks=users users.email: change type to varchar(255)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER users_email_sync ON users;
DROP FUNCTION users_email_sync();
ALTER TABLE users DROP COLUMN email;
ALTER TABLE users RENAME COLUMN users_email_next TO email;
COMMIT;
