-- accrete:undo V0002 case postgresql
-- accrete:model 1:f4a1ca24bcd07e8e7cdd1e767189d24e
-- accrete:verdict breaking
--
-- Changes
--   team.id          change type from bigint to integer                                  Team.id
--   player.team_id   change type from bigint to integer                                  Player.teamId
--   player           rename index from player_team_id_idx to member_team_id_idx          Player
--   player           rename constraint from player_team_id_fkey to member_team_id_fkey   Player
--   player           rename constraint from player_pkey to member_pkey                   Player
--   member           rename table from player
-- Locks
--   player           ACCESS EXCLUSIVE, instant
--   player           SHARE UPDATE EXCLUSIVE, scan
--   team             ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] team.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] team.id: the running version of the application may write values that no longer fit
--   [ACC-H210] team.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] player.team_id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] player.team_id: the running version of the application may write values that no longer fit
--   [ACC-H210] player.team_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H201] member: the running version of the application looks for the old name
-- Data that does not come back
--   player.team_id: what the conversion of its values left out
--   team.id: what the conversion of its values left out
-- Rows that stop this
--   team.id: more than integer holds
--     SELECT * FROM team WHERE id NOT BETWEEN -2147483648 AND 2147483647;
--   player.team_id: more than integer holds
--     SELECT * FROM player WHERE team_id NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=player,team player: drop foreign key player_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE player, team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE player DROP CONSTRAINT player_team_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=player player: rename constraint player_pkey to member_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE player IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE player RENAME CONSTRAINT player_pkey TO member_pkey;
COMMIT;

-- accrete:step 3 transaction player: rename index player_team_id_idx to member_team_id_idx
BEGIN;
ALTER INDEX player_team_id_idx RENAME TO member_team_id_idx;
COMMIT;

-- accrete:step 4 transaction locks=player player.team_id: add a column of type integer beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE player IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE player ADD COLUMN player_team_id_next integer;

CREATE FUNCTION player_team_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.player_team_id_next := (SELECT team_id::integer FROM (SELECT NEW.*) AS player);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER player_team_id_sync BEFORE INSERT OR UPDATE ON player FOR EACH ROW EXECUTE FUNCTION player_team_id_sync();
COMMIT;

-- accrete:step 5 autocommit player.team_id: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 player.id%TYPE;
    high_1 player.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM player ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM player WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE player SET player_team_id_next = team_id::integer WHERE player_team_id_next IS NULL AND team_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE player SET player_team_id_next = team_id::integer WHERE player_team_id_next IS NULL AND team_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 autocommit index=member_team_id_idx_team_id_next player: build index member_team_id_idx_team_id_next online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY member_team_id_idx_team_id_next ON player (player_team_id_next);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 7 autocommit player.team_id: gather statistics
ANALYZE player (player_team_id_next);

-- accrete:step 8 transaction locks=player player.team_id: change type to integer
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE player IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER player_team_id_sync ON player;
DROP FUNCTION player_team_id_sync();
ALTER TABLE player DROP COLUMN team_id;
ALTER TABLE player RENAME COLUMN player_team_id_next TO team_id;
ALTER INDEX member_team_id_idx_team_id_next RENAME TO member_team_id_idx;
COMMIT;

-- accrete:step 9 transaction locks=team team.id: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE team ALTER COLUMN id TYPE integer USING id::integer;
COMMIT;

-- accrete:step 10 transaction locks=player,team player: add foreign key member_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE player, team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE player ADD CONSTRAINT member_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id) NOT VALID;
COMMIT;

-- accrete:step 11 transaction player: validate member_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE player VALIDATE CONSTRAINT member_team_id_fkey;
COMMIT;

-- accrete:step 12 transaction locks=player player: rename to member
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE player IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE player RENAME TO member;
COMMIT;
