-- accrete:undo V0002 case postgresql
-- accrete:model 1:89012e6978970120be0cb0a65246e536
-- accrete:verdict breaking
--
-- Changes
--   team            create table
--   users.team_id   set not null, existing rows: 0                          Users
--   users           add empty rows to team that users_team_id_fkey misses   Users
--   users           add foreign key users_team_id_fkey (team_id) to team    Users
-- Locks
--   team            SHARE ROW EXCLUSIVE, instant
--   users           ACCESS EXCLUSIVE, instant
--   users           SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] users.team_id: writes of the running version that leave the column empty fail
-- Data that does not come back
--   users: add empty rows to team that users_team_id_fkey misses
--   users.team_id: rows without a value get 0
--   team: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction create team, which nobody uses yet
BEGIN;
CREATE TABLE team (
    id bigint NOT NULL,
    name varchar(255) NOT NULL,
    CONSTRAINT team_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 autocommit users.team_id: fill in rows that exist
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
                UPDATE users SET team_id = 0 WHERE team_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE users SET team_id = 0 WHERE team_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=users users.team_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD CONSTRAINT users_team_id_present CHECK (team_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit users.team_id: fill in rows written meanwhile
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
                UPDATE users SET team_id = 0 WHERE team_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE users SET team_id = 0 WHERE team_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction users: validate users_team_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users VALIDATE CONSTRAINT users_team_id_present;
COMMIT;

-- accrete:step 6 transaction locks=users users.team_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ALTER COLUMN team_id SET NOT NULL;
ALTER TABLE users DROP CONSTRAINT users_team_id_present;
COMMIT;

-- accrete:step 7 autocommit users: mend references to team
SET statement_timeout = 0;

INSERT INTO team (id, name)
    SELECT id, '' FROM (SELECT DISTINCT users.team_id AS id FROM users
    WHERE users.team_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM team r WHERE r.id = users.team_id)) k;

RESET statement_timeout;

-- accrete:step 8 transaction locks=team,users users: add foreign key users_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE team, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id) NOT VALID;
COMMIT;

-- accrete:step 9 transaction users: validate users_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users VALIDATE CONSTRAINT users_team_id_fkey;
COMMIT;
