-- accrete:undo V0002 case postgresql
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
--   ticket          ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] ticket.turn: the running version of the application still reads and writes the column
--   [ACC-H301] ticket.turn: its data is gone for good
--   [ACC-H202] ticket.token: the running version of the application still reads and writes the column
--   [ACC-H301] ticket.token: its data is gone for good
-- Data that does not come back
--   ticket.token: all values
--   ticket.turn: all values
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=ticket ticket: drop unique key ticket_serial_key; ticket: drop unique key ticket_token_key; ticket: drop unique key ticket_turn_key; ticket.serial: accept rows without a value; ticket.token: drop column; ticket.turn: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE ticket IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE ticket DROP CONSTRAINT ticket_serial_key;
ALTER TABLE ticket DROP CONSTRAINT ticket_token_key;
ALTER TABLE ticket DROP CONSTRAINT ticket_turn_key;
ALTER TABLE ticket ALTER COLUMN serial DROP NOT NULL;
ALTER TABLE ticket DROP COLUMN token;
ALTER TABLE ticket DROP COLUMN turn;
