-- accrete:undo V0002 case postgresql
-- accrete:model 1:778367de33743ba42373d9dcfc25ce7e
-- accrete:verdict breaking
--
-- Changes
--   mood    alter type
-- Locks
--   users   ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] mood: a label that goes or moves writes every row anew that has one, and nobody reads or writes their tables meanwhile
--   [ACC-H204] mood: the running version of the application may write values that no longer fit
-- Data that does not come back
--   users.mood: values that are new, which become sad
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=users mood: replace type
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TYPE mood RENAME TO mood_former;
CREATE TYPE mood AS ENUM ('sad','ok');
CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT;
CREATE CAST (mood AS varchar) WITH INOUT AS IMPLICIT;

ALTER TABLE users ALTER COLUMN mood DROP DEFAULT,
    ALTER COLUMN mood TYPE text USING mood::text;

ALTER TABLE users ALTER COLUMN mood TYPE mood USING (CASE WHEN mood = 'happy' THEN 'sad' ELSE mood END)::mood,
    ALTER COLUMN mood SET DEFAULT 'ok';

DROP CAST (varchar AS mood_former);
DROP CAST (mood_former AS varchar);
DROP TYPE mood_former;
