-- accrete:undo V0002 case h2
-- accrete:model 1:741d22f3bbf2b0cc3bf0d120cb77d345
-- accrete:verdict breaking
--
-- Changes
--   stay.began   change type from timestamp(6) to timestamp_with_timezone(6)   Stay.began
--   stay         rename index from stay_began_id_idx to visit_began_id_idx     Stay
--   stay         rename constraint from stay_pkey to visit_pkey                Stay
--   stay         rename constraint from stay_began_key to visit_began_key      Stay
--   visit        rename table from stay
-- Locks
--   stay         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] stay.began: the running version of the application may write values that no longer fit
--   [ACC-H211] stay.began: the time zone of the session that migrates decides what the values mean
--   [ACC-H201] visit: the running version of the application looks for the old name
-- Data that does not come back
--   stay.began: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit stay: rename constraint stay_began_key to visit_began_key
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'STAY_BEGAN_KEY')
    THEN 'ALTER TABLE stay RENAME CONSTRAINT stay_began_key TO visit_began_key'
    ELSE 'SET @accrete NULL' END;

-- accrete:step 2 autocommit stay: rename constraint stay_pkey to visit_pkey
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'STAY_PKEY')
    THEN 'ALTER TABLE stay RENAME CONSTRAINT stay_pkey TO visit_pkey'
    ELSE 'SET @accrete NULL' END;

-- accrete:step 3 autocommit stay: rename index stay_began_id_idx
ALTER INDEX IF EXISTS stay_began_id_idx RENAME TO visit_began_id_idx;

-- accrete:step 4 autocommit stay.began: change type to timestamp(6) with time zone
ALTER TABLE stay ALTER COLUMN began SET DATA TYPE timestamp(6) with time zone;

-- accrete:step 5 autocommit stay: rename to visit
ALTER TABLE IF EXISTS stay RENAME TO visit;
