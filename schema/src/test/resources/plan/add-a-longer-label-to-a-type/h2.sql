-- accrete:migration V0002 case h2
-- accrete:model 1:2925159f849e92ec4001cd5483ff6aa1
-- accrete:verdict compatible
--
-- Changes
--   mood   alter type
-- Locks
--   none
-- Hazards
--   [ACC-H209] mood: the running version fails when it reads a constant that it does not know
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit mood: change labels
ALTER TABLE users ALTER COLUMN mood SET DATA TYPE varchar;
DROP DOMAIN IF EXISTS mood;
CREATE DOMAIN mood AS varchar(5) CONSTRAINT mood_labels CHECK (VALUE IN ('sad','ok','happy'));
ALTER TABLE users ALTER COLUMN mood SET DATA TYPE mood;
