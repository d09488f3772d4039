-- accrete:migration V0002 draft h2
-- accrete:model 1:a9eb366664344b76628c562826ad21bb
-- accrete:verdict compatible
--
-- Changes
--   Ticket.priority   change type from ordinal('LOW','HIGH') to ordinal('LOW','HIGH','URGENT')           Ticket.priority
--   Ticket.state      change type from enum('OPEN','CLOSED')[10] to enum('OPEN','SOLVED','CLOSED')[10]   Ticket.state
-- Locks
--   Ticket            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H209] Ticket.priority: the running version fails when it reads a constant that it does not know
--   [ACC-H209] Ticket.state: the running version fails when it reads a constant that it does not know
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit Ticket.priority: alter column
ALTER TABLE Ticket DROP CONSTRAINT IF EXISTS Ticket_priority_check;
ALTER TABLE Ticket ADD CONSTRAINT Ticket_priority_check CHECK (priority between 0 and 2);

-- accrete:step 2 autocommit Ticket.state: change type to enum ('CLOSED','OPEN','SOLVED')
ALTER TABLE Ticket ALTER COLUMN state SET DATA TYPE enum ('CLOSED','OPEN','SOLVED');
