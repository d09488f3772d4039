-- accrete:migration V0002 case postgresql
-- accrete:model 1:c0136958ee99f4771b903026949292fc
-- accrete:verdict breaking
--
-- Changes
--   Phase        create type
--   lamp.phase   change type from varchar(255) to type Phase, using case phase when 'ONE' then 'ONE' when 'TWO' then 'TWO' end   Lamp.phase
--   lamp.phase   drop check    Lamp.phase
-- Locks
--   lamp         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] lamp.phase: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] lamp.phase: the running version of the application may write values that no longer fit
--   [ACC-H210] lamp.phase: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create Phase, which nobody uses yet
BEGIN;
CREATE TYPE Phase AS ENUM ('ONE','TWO');
CREATE CAST (varchar AS Phase) WITH INOUT AS IMPLICIT;
CREATE CAST (Phase AS varchar) WITH INOUT AS IMPLICIT;
COMMIT;

-- accrete:step 2 transaction locks=lamp lamp.phase: change type to Phase
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE lamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE lamp DROP CONSTRAINT lamp_phase_check,
    ALTER COLUMN phase TYPE Phase USING CAST(case phase when 'ONE' then 'ONE' when 'TWO' then 'TWO' end AS Phase);
COMMIT;
