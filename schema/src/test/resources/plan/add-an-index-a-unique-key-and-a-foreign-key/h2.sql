-- accrete:migration V0002 case h2
-- accrete:model 1:7ac2d6cd5349fac82e214f1fb16170cb
-- accrete:verdict compatible
--
-- Changes
--   users   add unique constraint users_email_key (email)           Users
--   users   add index users_age_idx (age)                           Users
--   users   add foreign key users_team_id_fkey (team_id) to teams   Users
-- Locks
--   users   EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] users: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] users: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Rows that stop this
--   users: the same values in email
--     SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
--   users: references to rows of teams that are not there
--     SELECT * FROM users c WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM teams p WHERE p.id = c.team_id);
-- The previous application version keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 autocommit users: add unique key users_email_key
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE (email);

-- accrete:step 2 autocommit users: build index users_age_idx
CREATE INDEX users_age_idx ON users (age);

-- accrete:step 3 autocommit users: add foreign key users_team_id_fkey
ALTER TABLE users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams (id);
