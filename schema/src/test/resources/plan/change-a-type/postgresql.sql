-- accrete:migration V0002 case postgresql
-- accrete:model 1:dd21a4a5a98586dab074ba88455a4b1d
-- accrete:verdict compatible
--
-- Changes
--   users.age     change type from integer to bigint              Users.age
--   users.email   change type from varchar(255) to varchar(300)   Users.email
-- Locks
--   users         ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H210] users.age: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H210] users.email: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction locks=users users.age: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD COLUMN users_age_next bigint;

CREATE FUNCTION users_age_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.users_age_next := (SELECT age::bigint FROM (SELECT NEW.*) AS users);
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
                UPDATE users SET users_age_next = age::bigint WHERE users_age_next IS NULL AND age IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE users SET users_age_next = age::bigint WHERE users_age_next IS NULL AND age IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction locks=users users.age: change type to bigint; users.email: change type to varchar(300), rows stay as they are
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER users_age_sync ON users;
DROP FUNCTION users_age_sync();
ALTER TABLE users DROP COLUMN age;
ALTER TABLE users RENAME COLUMN users_age_next TO age;
ALTER TABLE users ALTER COLUMN email TYPE varchar(300);
COMMIT;
