-- accrete:undo V0002 case h2
-- accrete:model 1:778367de33743ba42373d9dcfc25ce7e
-- accrete:verdict breaking
--
-- Changes
--   mood   alter type
-- Locks
--   none
-- Hazards
--   [ACC-H204] mood: the running version of the application may write values that no longer fit
-- Data that does not come back
--   users.mood: values that are new, which become sad
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit mood: change labels
ALTER TABLE users ALTER COLUMN mood SET DATA TYPE varchar;
DROP DOMAIN IF EXISTS mood;
UPDATE users SET mood = CASE WHEN mood = 'happy' THEN 'sad' ELSE mood END WHERE mood IN ('happy');
CREATE DOMAIN mood AS varchar(3) CONSTRAINT mood_labels CHECK (VALUE IN ('sad','ok'));
ALTER TABLE users ALTER COLUMN mood SET DATA TYPE mood;
