-- accrete:undo V0002 draft postgresql
-- accrete:model 1:5b3e72c1d5bf30f1445b119873ca2751
-- accrete:verdict breaking
--
-- Changes
--   Ticket.state      change type from enum('OPEN','SOLVED','CLOSED')[10] to enum('OPEN','CLOSED')[10]   Ticket.state
--   Ticket.priority   change type from ordinal('LOW','HIGH','URGENT') to ordinal('LOW','HIGH')           Ticket.priority
-- Locks
--   Ticket            ACCESS EXCLUSIVE, instant
--   Ticket            SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] Ticket.state: the running version of the application may write values that no longer fit
--   [ACC-H204] Ticket.priority: the running version of the application may write values that no longer fit
-- Data that does not come back
--   Ticket.priority: what the conversion of its values left out
--   Ticket.state: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=Ticket Ticket.priority: alter column
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE Ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE Ticket DROP CONSTRAINT Ticket_priority_check,
    ADD CONSTRAINT Ticket_priority_check CHECK (priority between 0 and 1) NOT VALID;
COMMIT;

-- accrete:step 2 transaction Ticket: validate Ticket_priority_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE Ticket VALIDATE CONSTRAINT Ticket_priority_check;
COMMIT;

-- accrete:step 3 transaction locks=Ticket Ticket.state: alter column
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE Ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE Ticket DROP CONSTRAINT Ticket_state_check,
    ADD CONSTRAINT Ticket_state_check CHECK (state in ('OPEN','CLOSED')) NOT VALID;
COMMIT;

-- accrete:step 4 transaction Ticket: validate Ticket_state_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE Ticket VALIDATE CONSTRAINT Ticket_state_check;
COMMIT;
