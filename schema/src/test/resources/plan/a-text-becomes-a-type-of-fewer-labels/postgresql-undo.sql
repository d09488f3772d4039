-- accrete:undo V0002 case postgresql
-- accrete:model 1:f51c73875eb6e8b29f92f560555c79d4
-- accrete:verdict breaking
--
-- Changes
--   lamp.phase   change check to [phase in ('ONE','TWO','THREE')]                            Lamp.phase
--   lamp.phase   change type from type Phase to varchar(255), using CAST(phase AS varchar)   Lamp.phase
--   Phase        drop type
-- Locks
--   lamp         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] lamp.phase: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] lamp.phase: the running version of the application may write values that no longer fit
--   [ACC-H210] lamp.phase: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   lamp.phase: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=lamp lamp.phase: change type to varchar(255)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE lamp ALTER COLUMN phase TYPE varchar(255) USING CAST(phase AS varchar),
    ADD CONSTRAINT lamp_phase_check CHECK (phase in ('ONE','TWO','THREE')) NOT VALID;
COMMIT;

-- accrete:step 2 transaction lamp: validate lamp_phase_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE lamp VALIDATE CONSTRAINT lamp_phase_check;
COMMIT;

-- accrete:step 3 transaction drop Phase
BEGIN;
DROP CAST (varchar AS Phase);
DROP CAST (Phase AS varchar);
DROP TYPE Phase;
COMMIT;
