-- accrete:migration V0002 case postgresql
-- accrete:model 1:4098caacf1ebc9a5bfb1d70ea5190474
-- accrete:verdict breaking
--
-- Changes
--   ticket.step   replace values, using case step when 'A' then 'B' when 'B' then 'C' end   Ticket.step
--   ticket.step   change check to [step in ('B','C')]                                       Ticket.step
-- Locks
--   ticket        ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] ticket.step: the replacement of its values writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] ticket.step: the running version of the application may write values that no longer fit
--   [ACC-H209] ticket.step: the running version fails when it reads a constant that it does not know
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=ticket ticket.step: replace its values
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE ticket DROP CONSTRAINT ticket_step_check,
    ALTER COLUMN step TYPE varchar(255) USING case step when 'A' then 'B' when 'B' then 'C' end,
    ADD CONSTRAINT ticket_step_check CHECK (step in ('B','C')) NOT VALID;
COMMIT;

-- accrete:step 2 transaction ticket: validate ticket_step_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE ticket VALIDATE CONSTRAINT ticket_step_check;
COMMIT;
