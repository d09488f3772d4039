-- accrete:undo V0001 draft h2
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   Ticket   drop table   Ticket
-- Locks
--   none
-- Hazards
--   [ACC-H202] Ticket: the running version of the application still uses the table
--   [ACC-H301] Ticket: its data is gone for good
-- Data that does not come back
--   Ticket: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit drop Ticket
DROP TABLE IF EXISTS Ticket;
