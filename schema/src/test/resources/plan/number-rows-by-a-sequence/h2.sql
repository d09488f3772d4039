-- accrete:migration V0002 case h2
-- accrete:model 1:6509a733241aae9892be635e01273aa5
-- accrete:verdict breaking
--
-- Changes
--   users_seq   create sequence start 1 increment 50, past the ids in users.id
--   users.id    drop identity                                                    Users.id
-- Locks
--   users       EXCLUSIVE, scan
-- Hazards
--   [ACC-H207] users.id: inserts of the running version leave the column to the database and fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit create users_seq
CREATE SEQUENCE users_seq START WITH 1 INCREMENT BY 50;

-- accrete:step 2 autocommit users_seq: start past the ids in users
ALTER SEQUENCE users_seq RESTART WITH (SELECT CASE count(*) WHEN 0 THEN 1 ELSE greatest(1, max(id) + 51) END FROM users);

-- accrete:step 3 autocommit users.id: alter column
ALTER TABLE users ALTER COLUMN id DROP IDENTITY;
