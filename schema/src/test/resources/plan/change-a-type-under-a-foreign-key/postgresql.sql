-- accrete:migration V0002 case postgresql
-- accrete:model 1:5920542ecee95a2fbfe27e4071bb89d5
-- accrete:verdict compatible
--
-- Changes
--   team.id         change type from integer to bigint   Team.id
--   users.team_id   change type from integer to bigint   Users.teamId
-- Locks
--   team            ACCESS EXCLUSIVE, rewrite
--   users           ACCESS EXCLUSIVE, instant
--   users           SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H101] team.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H210] team.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H210] users.team_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction locks=team,users users: drop foreign key users_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE team, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users DROP CONSTRAINT users_team_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=team team.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE team ALTER COLUMN id TYPE bigint USING id::bigint;
COMMIT;

-- accrete:step 3 transaction locks=users users.team_id: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD COLUMN users_team_id_next bigint;

CREATE FUNCTION users_team_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.users_team_id_next := (SELECT team_id::bigint FROM (SELECT NEW.*) AS users);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER users_team_id_sync BEFORE INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION users_team_id_sync();
COMMIT;

-- accrete:step 4 autocommit users.team_id: convert rows that exist
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
                UPDATE users SET users_team_id_next = team_id::bigint WHERE users_team_id_next IS NULL AND team_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE users SET users_team_id_next = team_id::bigint WHERE users_team_id_next IS NULL AND team_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 autocommit index=users_team_id_idx_team_id_next users: build index users_team_id_idx_team_id_next online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY users_team_id_idx_team_id_next ON users (users_team_id_next);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 6 autocommit users.team_id: gather statistics
ANALYZE users (users_team_id_next);

-- accrete:step 7 transaction locks=users users.team_id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER users_team_id_sync ON users;
DROP FUNCTION users_team_id_sync();
ALTER TABLE users DROP COLUMN team_id;
ALTER TABLE users RENAME COLUMN users_team_id_next TO team_id;
ALTER INDEX users_team_id_idx_team_id_next RENAME TO users_team_id_idx;
COMMIT;

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
