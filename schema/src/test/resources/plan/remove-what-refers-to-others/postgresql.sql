-- accrete:migration V0002 case postgresql
-- accrete:model 1:196c6cd1e342b914ac9f6b5d942638d6
-- accrete:verdict breaking
--
-- Changes
--   fax                 drop foreign key fax_users_id_fkey (users_id) to users
--   users               drop foreign key users_boss_id_fkey (boss_id) to users            Users
--   users               drop foreign key users_team_id_fkey (team_id) to team             Users
--   users               drop unique constraint users_code_key (code)                      Users
--   users               keep with unmapped column: users_last_fax_id_fkey (last_fax_id)   Users
--   users               keep with unmapped column: users_phone_key (phone)                Users
--   users.boss_id       keep unmapped column                                              Users
--   users.code          keep unmapped column                                              Users
--   users.last_fax_id   keep unmapped column                                              Users
--   users.phone         keep unmapped column                                              Users
--   users.rank          keep unmapped column                                              Users
--   users.team_id       keep unmapped column                                              Users
--   users.phone         drop not null and check of unmapped column                        Users
--   users.team_id       drop not null of unmapped column                                  Users
--   fax                 keep unmapped table
--   fax_page            keep unmapped table
-- Locks
--   fax                 ACCESS EXCLUSIVE, instant
--   team                ACCESS EXCLUSIVE, instant
--   users               ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H212] fax: the running version leaves it to fax_users_id_fkey what becomes of these rows when rows of users are deleted or get another key, which nobody does any more
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=fax,users fax: drop foreign key fax_users_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE fax, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE fax DROP CONSTRAINT fax_users_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=users users: drop foreign key users_boss_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users DROP CONSTRAINT users_boss_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=team,users users: drop foreign key users_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE team, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users DROP CONSTRAINT users_team_id_fkey;
COMMIT;

-- accrete:step 4 transaction locks=users users: drop unique key users_code_key; users.phone: accept rows without a value; users.team_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users DROP CONSTRAINT users_code_key;

ALTER TABLE users DROP CONSTRAINT users_phone_check,
    ALTER COLUMN phone DROP NOT NULL;

ALTER TABLE users ALTER COLUMN team_id DROP NOT NULL;
COMMIT;
