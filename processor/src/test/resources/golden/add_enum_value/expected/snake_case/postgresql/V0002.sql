-- accrete:migration V0002 draft postgresql
-- accrete:model 1:a9eb366664344b76628c562826ad21bb
-- accrete:verdict compatible
--
-- Changes
--   ticket.priority   change type from ordinal('LOW','HIGH') to ordinal('LOW','HIGH','URGENT')           Ticket.priority
--   ticket.state      change type from enum('OPEN','CLOSED')[10] to enum('OPEN','SOLVED','CLOSED')[10]   Ticket.state
-- Locks
--   ticket            ACCESS EXCLUSIVE, instant
--   ticket            SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H209] ticket.priority: the running version fails when it reads a constant that it does not know
--   [ACC-H209] ticket.state: the running version fails when it reads a constant that it does not know
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction locks=ticket ticket.priority: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE ticket DROP CONSTRAINT ticket_priority_check,
    ADD CONSTRAINT ticket_priority_check CHECK (priority between 0 and 2) NOT VALID;
COMMIT;

-- accrete:step 2 transaction ticket: validate ticket_priority_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE ticket VALIDATE CONSTRAINT ticket_priority_check;
COMMIT;

-- accrete:step 3 transaction locks=ticket ticket.state: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE ticket DROP CONSTRAINT ticket_state_check,
    ADD CONSTRAINT ticket_state_check CHECK (state in ('OPEN','SOLVED','CLOSED')) NOT VALID;
COMMIT;

-- accrete:step 4 transaction ticket: validate ticket_state_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE ticket VALIDATE CONSTRAINT ticket_state_check;
COMMIT;
