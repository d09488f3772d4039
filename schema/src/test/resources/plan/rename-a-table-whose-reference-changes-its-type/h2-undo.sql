-- accrete:undo V0002 case h2
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
--   player           EXCLUSIVE, rewrite
--   team             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] team.id: the running version of the application may write values that no longer fit
--   [ACC-H204] player.team_id: the running version of the application may write values that no longer fit
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

-- accrete:step 1 autocommit player: drop foreign key player_team_id_fkey
ALTER TABLE player DROP CONSTRAINT IF EXISTS player_team_id_fkey;

-- accrete:step 2 autocommit player: rename constraint player_pkey to member_pkey
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'PLAYER_PKEY')
    THEN 'ALTER TABLE player RENAME CONSTRAINT player_pkey TO member_pkey'
    ELSE 'SET @accrete NULL' END;

-- accrete:step 3 autocommit player: rename index player_team_id_idx
ALTER INDEX IF EXISTS player_team_id_idx RENAME TO member_team_id_idx;

-- accrete:step 4 autocommit player.team_id: change type to integer
ALTER TABLE player ALTER COLUMN team_id SET DATA TYPE integer;

-- accrete:step 5 autocommit team.id: change type to integer
ALTER TABLE team ALTER COLUMN id SET DATA TYPE integer;

-- accrete:step 6 autocommit player: add foreign key member_team_id_fkey
ALTER TABLE player ADD CONSTRAINT member_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id);

-- accrete:step 7 autocommit player: rename to member
ALTER TABLE IF EXISTS player RENAME TO member;
