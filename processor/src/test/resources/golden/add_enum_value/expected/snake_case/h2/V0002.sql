-- accrete:migration V0002 draft h2
-- accrete:model 1:a9eb366664344b76628c562826ad21bb
-- accrete:verdict compatible
--
-- Changes
--   ticket.priority   change type from ordinal('LOW','HIGH') to ordinal('LOW','HIGH','URGENT')           Ticket.priority
--   ticket.state      change type from enum('OPEN','CLOSED')[10] to enum('OPEN','SOLVED','CLOSED')[10]   Ticket.state
-- Locks
--   ticket            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H209] ticket.priority: the running version fails when it reads a constant that it does not know
--   [ACC-H209] ticket.state: the running version fails when it reads a constant that it does not know
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit ticket.priority: alter column
ALTER TABLE ticket DROP CONSTRAINT IF EXISTS ticket_priority_check;
ALTER TABLE ticket ADD CONSTRAINT ticket_priority_check CHECK (priority between 0 and 2);

-- accrete:step 2 autocommit ticket.state: change type to enum ('CLOSED','OPEN','SOLVED')
ALTER TABLE ticket ALTER COLUMN state SET DATA TYPE enum ('CLOSED','OPEN','SOLVED');
