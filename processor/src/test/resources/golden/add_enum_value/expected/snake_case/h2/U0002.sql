-- accrete:undo V0002 draft h2
-- accrete:model 1:5b3e72c1d5bf30f1445b119873ca2751
-- accrete:verdict breaking
--
-- Changes
--   ticket.state      change type from enum('OPEN','SOLVED','CLOSED')[10] to enum('OPEN','CLOSED')[10]   Ticket.state
--   ticket.priority   change type from ordinal('LOW','HIGH','URGENT') to ordinal('LOW','HIGH')           Ticket.priority
-- Locks
--   ticket            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] ticket.state: the running version of the application may write values that no longer fit
--   [ACC-H204] ticket.priority: the running version of the application may write values that no longer fit
-- Data that does not come back
--   ticket.priority: what the conversion of its values left out
--   ticket.state: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit ticket.priority: alter column
ALTER TABLE ticket DROP CONSTRAINT IF EXISTS ticket_priority_check;
ALTER TABLE ticket ADD CONSTRAINT IF NOT EXISTS ticket_priority_check CHECK (priority between 0 and 1);

-- accrete:step 2 autocommit ticket.state: change type to enum ('CLOSED','OPEN')
ALTER TABLE ticket ALTER COLUMN state SET DATA TYPE enum ('CLOSED','OPEN');
