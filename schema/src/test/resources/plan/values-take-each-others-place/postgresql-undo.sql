-- accrete:undo V0002 case postgresql
-- accrete:model 1:3400790e890ebe3e038129f100463781
-- accrete:verdict breaking
--
-- Changes
--   ticket.step   change check to [step in ('A','B')]                                       Ticket.step
--   ticket.step   replace values, using CASE step WHEN 'B' THEN 'A' WHEN 'C' THEN 'B' END   Ticket.step
-- Locks
--   ticket        ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] ticket.step: the running version of the application may write values that no longer fit
--   [ACC-H209] ticket.step: the running version fails when it reads a constant that it does not know
--   [ACC-H101] ticket.step: the replacement of its values writes every row anew, and nobody reads or writes the table meanwhile
-- Data that does not come back
--   ticket.step: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=ticket ticket.step: replace its values
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE ticket DROP CONSTRAINT ticket_step_check,
    ALTER COLUMN step TYPE varchar(255) USING CASE step WHEN 'B' THEN 'A' WHEN 'C' THEN 'B' END,
    ADD CONSTRAINT ticket_step_check CHECK (step in ('A','B')) NOT VALID;
COMMIT;

-- accrete:step 2 transaction ticket: validate ticket_step_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE ticket VALIDATE CONSTRAINT ticket_step_check;
COMMIT;
