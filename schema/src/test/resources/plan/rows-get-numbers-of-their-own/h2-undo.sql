-- accrete:undo V0002 case h2
-- accrete:model 1:07b902d0aae007a1887cfd289d30899e
-- accrete:verdict breaking
--
-- Changes
--   ticket          drop unique constraint ticket_turn_key (event, turn)   Ticket
--   ticket          drop unique constraint ticket_token_key (token)        Ticket
--   ticket          drop unique constraint ticket_serial_key (serial)      Ticket
--   ticket.serial   drop not null                                          Ticket.serial
--   ticket.turn     drop column                                            Ticket.turn
--   ticket.token    drop column                                            Ticket.token
-- Locks
--   ticket          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] ticket.turn: the running version of the application still reads and writes the column
--   [ACC-H301] ticket.turn: its data is gone for good
--   [ACC-H202] ticket.token: the running version of the application still reads and writes the column
--   [ACC-H301] ticket.token: its data is gone for good
-- Data that does not come back
--   ticket.token: all values
--   ticket.turn: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit ticket: drop unique key ticket_serial_key
ALTER TABLE ticket DROP CONSTRAINT IF EXISTS ticket_serial_key;

-- accrete:step 2 autocommit ticket: drop unique key ticket_token_key
ALTER TABLE ticket DROP CONSTRAINT IF EXISTS ticket_token_key;

-- accrete:step 3 autocommit ticket: drop unique key ticket_turn_key
ALTER TABLE ticket DROP CONSTRAINT IF EXISTS ticket_turn_key;

-- accrete:step 4 autocommit ticket.serial: accept rows without a value
ALTER TABLE ticket ALTER COLUMN serial DROP NOT NULL;

-- accrete:step 5 autocommit ticket.token: drop column
ALTER TABLE ticket DROP COLUMN IF EXISTS token;

-- accrete:step 6 autocommit ticket.turn: drop column
ALTER TABLE ticket DROP COLUMN IF EXISTS turn;
