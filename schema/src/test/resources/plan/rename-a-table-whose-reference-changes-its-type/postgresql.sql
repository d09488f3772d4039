-- accrete:migration V0002 case postgresql
-- accrete:model 1:232a9a3ea40a3c5d2807634707c7b562
-- accrete:verdict breaking
--
-- Changes
--   player           rename table from member                                            Player
--   player           rename constraint from member_pkey to player_pkey                   Player
--   player           rename constraint from member_team_id_fkey to player_team_id_fkey   Player
--   player           rename index from member_team_id_idx to player_team_id_idx          Player
--   player.team_id   change type from integer to bigint                                  Player.teamId
--   team.id          change type from integer to bigint                                  Team.id
-- Locks
--   member           ACCESS EXCLUSIVE, instant
--   player           ACCESS EXCLUSIVE, instant
--   player           SHARE UPDATE EXCLUSIVE, scan
--   team             ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H201] player: the running version of the application looks for the old name
--   [ACC-H210] player.team_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] team.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H210] team.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=member member: rename to player
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member RENAME TO player;
COMMIT;

-- accrete:step 2 transaction locks=player,team player: drop foreign key member_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE player, team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE player DROP CONSTRAINT member_team_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=player player: rename constraint member_pkey to player_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE player IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE player RENAME CONSTRAINT member_pkey TO player_pkey;
COMMIT;

-- accrete:step 4 transaction player: rename index member_team_id_idx to player_team_id_idx
BEGIN;
ALTER INDEX member_team_id_idx RENAME TO player_team_id_idx;
COMMIT;

-- accrete:step 5 transaction locks=player player.team_id: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE player IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE player ADD COLUMN player_team_id_next bigint;

CREATE FUNCTION player_team_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.player_team_id_next := (SELECT team_id::bigint FROM (SELECT NEW.*) AS player);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER player_team_id_sync BEFORE INSERT OR UPDATE ON player FOR EACH ROW EXECUTE FUNCTION player_team_id_sync();
COMMIT;

-- accrete:step 6 autocommit player.team_id: convert rows that exist
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
                UPDATE player SET player_team_id_next = team_id::bigint WHERE player_team_id_next IS NULL AND team_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE player SET player_team_id_next = team_id::bigint WHERE player_team_id_next IS NULL AND team_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 7 autocommit index=player_team_id_idx_team_id_next player: build index player_team_id_idx_team_id_next online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY player_team_id_idx_team_id_next ON player (player_team_id_next);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 8 autocommit player.team_id: gather statistics
ANALYZE player (player_team_id_next);

-- accrete:step 9 transaction locks=player player.team_id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE player IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER player_team_id_sync ON player;
DROP FUNCTION player_team_id_sync();
ALTER TABLE player DROP COLUMN team_id;
ALTER TABLE player RENAME COLUMN player_team_id_next TO team_id;
ALTER INDEX player_team_id_idx_team_id_next RENAME TO player_team_id_idx;
COMMIT;

-- accrete:step 10 transaction locks=team team.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE team ALTER COLUMN id TYPE bigint USING id::bigint;
COMMIT;

-- accrete:step 11 transaction locks=player,team player: add foreign key player_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE player, team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE player ADD CONSTRAINT player_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id) NOT VALID;
COMMIT;

-- accrete:step 12 transaction player: validate player_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE player VALIDATE CONSTRAINT player_team_id_fkey;
COMMIT;
