-- accrete:migration V0002 case h2
-- accrete:model 1:5ade3e097391b9e89f23c9ae08ec7dfd
-- accrete:verdict breaking
--
-- Changes
--   stay         rename table from visit                                       Stay
--   stay         rename constraint from visit_began_key to stay_began_key      Stay
--   stay         rename constraint from visit_pkey to stay_pkey                Stay
--   stay         rename index from visit_began_id_idx to stay_began_id_idx     Stay
--   stay.began   change type from timestamp_with_timezone(6) to timestamp(6)   Stay.began
-- Locks
--   stay         EXCLUSIVE, rewrite
--   visit        EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] stay: the running version of the application looks for the old name
--   [ACC-H204] stay.began: the running version of the application may write values that no longer fit
--   [ACC-H211] stay.began: the time zone of the session that migrates decides what the values mean
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit visit: rename to stay
ALTER TABLE IF EXISTS visit RENAME TO stay;

-- accrete:step 2 autocommit stay: rename constraint visit_began_key to stay_began_key
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'VISIT_BEGAN_KEY')
    THEN 'ALTER TABLE stay RENAME CONSTRAINT visit_began_key TO stay_began_key'
    ELSE 'SET @accrete NULL' END;

-- accrete:step 3 autocommit stay: rename constraint visit_pkey to stay_pkey
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'VISIT_PKEY')
    THEN 'ALTER TABLE stay RENAME CONSTRAINT visit_pkey TO stay_pkey'
    ELSE 'SET @accrete NULL' END;

-- accrete:step 4 autocommit stay: rename index visit_began_id_idx
ALTER INDEX IF EXISTS visit_began_id_idx RENAME TO stay_began_id_idx;

-- accrete:step 5 autocommit stay.began: change type to timestamp(6)
ALTER TABLE stay ALTER COLUMN began SET DATA TYPE timestamp(6);
