-- accrete:migration V0002 draft postgresql
-- accrete:model 1:a9eb366664344b76628c562826ad21bb
-- accrete:verdict compatible
--
-- Changes
--   Ticket.priority   change type from ordinal('LOW','HIGH') to ordinal('LOW','HIGH','URGENT')           Ticket.priority
--   Ticket.state      change type from enum('OPEN','CLOSED')[10] to enum('OPEN','SOLVED','CLOSED')[10]   Ticket.state
-- Locks
--   Ticket            ACCESS EXCLUSIVE, instant
--   Ticket            SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H209] Ticket.priority: the running version fails when it reads a constant that it does not know
--   [ACC-H209] Ticket.state: the running version fails when it reads a constant that it does not know
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction locks=Ticket Ticket.priority: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE Ticket DROP CONSTRAINT Ticket_priority_check,
    ADD CONSTRAINT Ticket_priority_check CHECK (priority between 0 and 2) NOT VALID;
COMMIT;

-- accrete:step 2 transaction Ticket: validate Ticket_priority_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE Ticket VALIDATE CONSTRAINT Ticket_priority_check;
COMMIT;

-- accrete:step 3 transaction locks=Ticket Ticket.state: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE Ticket DROP CONSTRAINT Ticket_state_check,
    ADD CONSTRAINT Ticket_state_check CHECK (state in ('OPEN','SOLVED','CLOSED')) NOT VALID;
COMMIT;

-- accrete:step 4 transaction Ticket: validate Ticket_state_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE Ticket VALIDATE CONSTRAINT Ticket_state_check;
COMMIT;
