-- accrete:undo V0002 case postgresql
-- accrete:model 1:d1738aa84c05c89eb1e8c2613bdfd798
-- accrete:verdict breaking
--
-- Changes
--   users.state   change type from enum('NEW','OLD','GONE')[255] to enum('NEW','OLD')[255], using CASE state WHEN 'NEW' THEN 'NEW' WHEN 'OLD' THEN 'OLD' WHEN 'GONE' THEN 'NEW' END   Users.state
-- Locks
--   users         ACCESS EXCLUSIVE, instant
--   users         SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] users.state: the running version of the application may write values that no longer fit
-- Data that does not come back
--   users.state: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit users.state: convert rows that exist
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
                UPDATE users SET state = CASE state WHEN 'NEW' THEN 'NEW' WHEN 'OLD' THEN 'OLD' WHEN 'GONE' THEN 'NEW' END WHERE state NOT IN ('NEW','OLD') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE users SET state = CASE state WHEN 'NEW' THEN 'NEW' WHEN 'OLD' THEN 'OLD' WHEN 'GONE' THEN 'NEW' END WHERE state NOT IN ('NEW','OLD') AND id >= low_1 AND id < high_1;
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

-- accrete:step 2 transaction locks=users users.state: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE users DROP CONSTRAINT users_state_check,
    ADD CONSTRAINT users_state_check CHECK (state in ('NEW','OLD')) NOT VALID;
COMMIT;

-- accrete:step 3 autocommit users.state: convert rows written meanwhile
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
                UPDATE users SET state = CASE state WHEN 'NEW' THEN 'NEW' WHEN 'OLD' THEN 'OLD' WHEN 'GONE' THEN 'NEW' END WHERE state NOT IN ('NEW','OLD') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE users SET state = CASE state WHEN 'NEW' THEN 'NEW' WHEN 'OLD' THEN 'OLD' WHEN 'GONE' THEN 'NEW' END WHERE state NOT IN ('NEW','OLD') AND id >= low_1 AND id < high_1;
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

-- accrete:step 4 transaction users: validate users_state_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users VALIDATE CONSTRAINT users_state_check;
COMMIT;
