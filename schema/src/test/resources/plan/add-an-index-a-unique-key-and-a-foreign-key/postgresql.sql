-- accrete:migration V0002 case postgresql
-- accrete:model 1:7ac2d6cd5349fac82e214f1fb16170cb
-- accrete:verdict compatible
--
-- Changes
--   users   add unique constraint users_email_key (email)           Users
--   users   add index users_age_idx (age)                           Users
--   users   add foreign key users_team_id_fkey (team_id) to teams   Users
-- Locks
--   teams   SHARE ROW EXCLUSIVE, instant
--   users   ACCESS EXCLUSIVE, instant
--   users   SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] users: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] users: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] users: no index starts with [team_id], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   users: the same values in email
--     SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
--   users: references to rows of teams that are not there
--     SELECT * FROM users c WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM teams p WHERE p.id = c.team_id);
-- The previous application version keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 autocommit index=users_email_key users: build index users_email_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON users (email);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 2 transaction locks=users users: add unique key users_email_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;
COMMIT;

-- accrete:step 3 autocommit index=users_age_idx users: build index users_age_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY users_age_idx ON users (age);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 4 transaction locks=teams,users users: add foreign key users_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE teams, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams (id) NOT VALID;
COMMIT;

-- accrete:step 5 transaction users: validate users_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users VALIDATE CONSTRAINT users_team_id_fkey;
COMMIT;
