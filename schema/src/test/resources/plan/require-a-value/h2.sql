-- accrete:migration V0002 case h2
-- accrete:model 1:c04b5e2430bbfe660b911d9ef84ea3f8
-- accrete:verdict breaking
--
-- Changes
--   users.age   set not null, existing rows: 0   Users.age
-- Locks
--   users       EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] users.age: writes of the running version that leave the column empty fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit users.age: alter column
UPDATE users SET age = 0 WHERE age IS NULL;
ALTER TABLE users ALTER COLUMN age SET NOT NULL;
