-- accrete:undo V0002 case h2
-- accrete:model 1:89012e6978970120be0cb0a65246e536
-- accrete:verdict breaking
--
-- Changes
--   team            create table
--   users.team_id   set not null, existing rows: 0                          Users
--   users           add empty rows to team that users_team_id_fkey misses   Users
--   users           add foreign key users_team_id_fkey (team_id) to team    Users
-- Locks
--   users           EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] users.team_id: writes of the running version that leave the column empty fail
-- Data that does not come back
--   users: add empty rows to team that users_team_id_fkey misses
--   users.team_id: rows without a value get 0
--   team: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit create team
CREATE TABLE team (
    id bigint NOT NULL,
    name varchar(255) NOT NULL,
    CONSTRAINT team_pkey PRIMARY KEY (id)
);

-- accrete:step 2 autocommit users.team_id: alter column
UPDATE users SET team_id = 0 WHERE team_id IS NULL;
ALTER TABLE users ALTER COLUMN team_id SET NOT NULL;

-- accrete:step 3 autocommit users: mend references to team
INSERT INTO team (id, name)
    SELECT id, '' FROM (SELECT DISTINCT users.team_id AS id FROM users
    WHERE users.team_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM team r WHERE r.id = users.team_id)) k;

-- accrete:step 4 autocommit users: add foreign key users_team_id_fkey
ALTER TABLE users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id);
