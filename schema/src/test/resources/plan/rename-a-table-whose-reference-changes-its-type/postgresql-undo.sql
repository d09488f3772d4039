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
--   player           ACCESS EXCLUSIVE, rewrite
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

-- accrete:step 4 transaction locks=player player.team_id: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE player IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE player ALTER COLUMN team_id TYPE integer USING team_id::integer;
COMMIT;

-- accrete:step 5 transaction locks=team team.id: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE team ALTER COLUMN id TYPE integer USING id::integer;
COMMIT;

-- accrete:step 6 transaction locks=player,team player: add foreign key member_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE player, team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE player ADD CONSTRAINT member_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id) NOT VALID;
COMMIT;

-- accrete:step 7 transaction player: validate member_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE player VALIDATE CONSTRAINT member_team_id_fkey;
COMMIT;

-- accrete:step 8 transaction locks=player player: rename to member
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE player IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE player RENAME TO member;
COMMIT;
