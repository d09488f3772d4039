-- accrete:undo V0002 case h2
-- accrete:model 1:b17501de15da7ed1727cca45c24224e2
-- accrete:verdict breaking
--
-- Changes
--   users.team_id   set not null, existing rows: (SELECT min(id) FROM team)   Users
--   users.phone     set not null, existing rows: CAST(id AS varchar)          Users
--   users.phone     change check to [phone is not null and phone <> '*']      Users
--   users           add unique constraint users_code_key (code)               Users
--   users           add foreign key users_team_id_fkey (team_id) to team      Users
--   users           add foreign key users_boss_id_fkey (boss_id) to users     Users
--   fax             add foreign key fax_users_id_fkey (users_id) to users
-- Locks
--   fax             EXCLUSIVE, scan
--   users           EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] users.team_id: writes of the running version that leave the column empty fail
--   [ACC-H203] users.phone: writes of the running version that leave the column empty fail
--   [ACC-H205] users.phone: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
--   [ACC-H205] users: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   users.phone: rows without a value get CAST(id AS varchar)
--   users.team_id: rows without a value get (SELECT min(id) FROM team)
-- Rows that stop this
--   users.team_id: no value, where none is found for them
--     SELECT * FROM users WHERE team_id IS NULL AND (SELECT min(id) FROM team) IS NULL;
--   users.phone: what its check refuses
--     SELECT * FROM users WHERE phone IS NOT NULL AND NOT (phone is not null and phone <> '*');
--   users: the same values in code
--     SELECT code, count(*) FROM users GROUP BY code HAVING count(*) > 1;
--   users: references to rows of team that are not there
--     SELECT * FROM users c WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM team p WHERE p.id = c.team_id);
--   users: references to rows of users that are not there
--     SELECT * FROM users c WHERE c.boss_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM users p WHERE p.id = c.boss_id);
--   fax: references to rows of users that are not there
--     SELECT * FROM fax c WHERE c.users_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM users p WHERE p.id = c.users_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit users.phone: alter column
UPDATE users SET phone = CAST(id AS varchar) WHERE phone IS NULL;
ALTER TABLE users ALTER COLUMN phone SET NOT NULL;
ALTER TABLE users ADD CONSTRAINT users_phone_check CHECK (phone is not null and phone <> '*');

-- accrete:step 2 autocommit users.team_id: alter column
UPDATE users SET team_id = (SELECT min(id) FROM team) WHERE team_id IS NULL;
ALTER TABLE users ALTER COLUMN team_id SET NOT NULL;

-- accrete:step 3 autocommit users: add unique key users_code_key
ALTER TABLE users ADD CONSTRAINT users_code_key UNIQUE (code);

-- accrete:step 4 autocommit fax: add foreign key fax_users_id_fkey
ALTER TABLE fax ADD CONSTRAINT fax_users_id_fkey FOREIGN KEY (users_id) REFERENCES users (id) ON DELETE CASCADE;

-- accrete:step 5 autocommit users: add foreign key users_boss_id_fkey
ALTER TABLE users ADD CONSTRAINT users_boss_id_fkey FOREIGN KEY (boss_id) REFERENCES users (id);

-- accrete:step 6 autocommit users: add foreign key users_team_id_fkey
ALTER TABLE users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id);
