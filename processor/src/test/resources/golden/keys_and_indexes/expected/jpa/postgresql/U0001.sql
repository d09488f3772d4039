-- accrete:undo V0001 draft postgresql
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   bookings   drop table   Booking
-- Locks
--   bookings   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] bookings: the running version of the application still uses the table
--   [ACC-H301] bookings: its data is gone for good
-- Data that does not come back
--   bookings: all rows
-- Stop the application version of this migration before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=bookings drop bookings
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bookings IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE bookings;
