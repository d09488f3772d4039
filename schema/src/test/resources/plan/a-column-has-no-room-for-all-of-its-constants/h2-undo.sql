-- accrete:undo V0002 case h2
-- accrete:model 1:a8607dc25c6074196de205a0c68781d3
-- accrete:verdict breaking
--
-- Changes
--   note.kind   add column varchar(4) not null, existing rows: 'Note'   Note
-- Locks
--   note        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] note.kind: inserts of the running version leave the new column out and fail
-- Data that does not come back
--   note.kind: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit note.kind: add column
ALTER TABLE note ADD COLUMN kind varchar(4);
UPDATE note SET kind = 'Note' WHERE kind IS NULL;
ALTER TABLE note ALTER COLUMN kind SET NOT NULL;
ALTER TABLE note ADD CONSTRAINT note_kind_check CHECK (kind in ('Letter','Note'));
