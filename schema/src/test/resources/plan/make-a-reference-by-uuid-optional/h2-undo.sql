-- accrete:undo V0002 case h2
-- accrete:model 1:eb9e1b4dff926edd825995292c3afd5a
-- accrete:verdict breaking
--
-- Changes
--   process.person_id   set not null, existing rows: (SELECT id FROM person ORDER BY id FETCH FIRST ROW ONLY)   Process.personId
-- Locks
--   process             EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] process.person_id: writes of the running version that leave the column empty fail
-- Data that does not come back
--   process.person_id: rows without a value get (SELECT id FROM person ORDER BY id FETCH FIRST ROW ONLY)
-- Rows that stop this
--   process.person_id: no value, where none is found for them
--     SELECT * FROM process WHERE person_id IS NULL AND (SELECT id FROM person ORDER BY id FETCH FIRST ROW ONLY) IS NULL;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit process.person_id: alter column
UPDATE process SET person_id = (SELECT id FROM person ORDER BY id FETCH FIRST ROW ONLY) WHERE person_id IS NULL;
ALTER TABLE process ALTER COLUMN person_id SET NOT NULL;
