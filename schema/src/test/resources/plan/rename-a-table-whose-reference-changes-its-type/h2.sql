-- accrete:migration V0002 case h2
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
--   member           EXCLUSIVE, instant
--   player           EXCLUSIVE, rewrite
--   team             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H201] player: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit member: rename to player
ALTER TABLE IF EXISTS member RENAME TO player;

-- accrete:step 2 autocommit player: drop foreign key member_team_id_fkey
ALTER TABLE player DROP CONSTRAINT IF EXISTS member_team_id_fkey;

-- accrete:step 3 autocommit player: rename constraint member_pkey to player_pkey
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'MEMBER_PKEY')
    THEN 'ALTER TABLE player RENAME CONSTRAINT member_pkey TO player_pkey'
    ELSE 'SET @accrete NULL' END;

-- accrete:step 4 autocommit player: rename index member_team_id_idx
ALTER INDEX IF EXISTS member_team_id_idx RENAME TO player_team_id_idx;

-- accrete:step 5 autocommit player.team_id: change type to bigint
ALTER TABLE player ALTER COLUMN team_id SET DATA TYPE bigint;

-- accrete:step 6 autocommit team.id: change type to bigint
ALTER TABLE team ALTER COLUMN id SET DATA TYPE bigint;

-- accrete:step 7 autocommit player: add foreign key player_team_id_fkey
ALTER TABLE player ADD CONSTRAINT player_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id);
