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
--   player           ACCESS EXCLUSIVE, rewrite
--   team             ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H201] player: the running version of the application looks for the old name
--   [ACC-H101] player.team_id: the new type writes every row anew, and nobody reads or writes the table meanwhile
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

-- accrete:step 5 transaction locks=player player.team_id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE player IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE player ALTER COLUMN team_id TYPE bigint USING team_id::bigint;
COMMIT;

-- accrete:step 6 transaction locks=team team.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE team ALTER COLUMN id TYPE bigint USING id::bigint;
COMMIT;

-- accrete:step 7 transaction locks=player,team player: add foreign key player_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE player, team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE player ADD CONSTRAINT player_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id) NOT VALID;
COMMIT;

-- accrete:step 8 transaction player: validate player_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE player VALIDATE CONSTRAINT player_team_id_fkey;
COMMIT;
