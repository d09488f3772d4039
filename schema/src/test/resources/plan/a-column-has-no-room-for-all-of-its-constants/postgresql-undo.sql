-- accrete:undo V0002 case postgresql
-- accrete:model 1:a8607dc25c6074196de205a0c68781d3
-- accrete:verdict breaking
--
-- Changes
--   note.kind   add column varchar(4) not null, existing rows: 'Note'   Note
-- Locks
--   note        ACCESS EXCLUSIVE, instant
--   note        SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] note.kind: inserts of the running version leave the new column out and fail
-- Data that does not come back
--   note.kind: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=note note.kind: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE note ADD COLUMN kind varchar(4) DEFAULT 'Note' NOT NULL,
    ADD CONSTRAINT note_kind_check CHECK (kind in ('Letter','Note')) NOT VALID;

ALTER TABLE note ALTER COLUMN kind DROP DEFAULT;
COMMIT;

-- accrete:step 2 transaction note: validate note_kind_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE note VALIDATE CONSTRAINT note_kind_check;
COMMIT;
