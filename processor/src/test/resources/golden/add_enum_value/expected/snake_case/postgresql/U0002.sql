-- accrete:undo V0002 draft postgresql
-- accrete:model 1:5b3e72c1d5bf30f1445b119873ca2751
-- accrete:verdict breaking
--
-- Changes
--   ticket.state      change type from enum('OPEN','SOLVED','CLOSED')[10] to enum('OPEN','CLOSED')[10]   Ticket.state
--   ticket.priority   change type from ordinal('LOW','HIGH','URGENT') to ordinal('LOW','HIGH')           Ticket.priority
-- Locks
--   ticket            ACCESS EXCLUSIVE, instant
--   ticket            SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] ticket.state: the running version of the application may write values that no longer fit
--   [ACC-H204] ticket.priority: the running version of the application may write values that no longer fit
-- Data that does not come back
--   ticket.priority: what the conversion of its values left out
--   ticket.state: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=ticket ticket.priority: alter column
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE ticket DROP CONSTRAINT ticket_priority_check,
    ADD CONSTRAINT ticket_priority_check CHECK (priority between 0 and 1) NOT VALID;
COMMIT;

-- accrete:step 2 transaction ticket: validate ticket_priority_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE ticket VALIDATE CONSTRAINT ticket_priority_check;
COMMIT;

-- accrete:step 3 transaction locks=ticket ticket.state: alter column
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE ticket DROP CONSTRAINT ticket_state_check,
    ADD CONSTRAINT ticket_state_check CHECK (state in ('OPEN','CLOSED')) NOT VALID;
COMMIT;

-- accrete:step 4 transaction ticket: validate ticket_state_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE ticket VALIDATE CONSTRAINT ticket_state_check;
COMMIT;
