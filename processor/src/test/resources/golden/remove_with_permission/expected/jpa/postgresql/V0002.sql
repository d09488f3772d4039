-- accrete:migration V0002 draft postgresql
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict breaking
--
-- Changes
--   Customer.fax   drop column   Customer
--   Newsletter     drop table
-- Locks
--   Customer       ACCESS EXCLUSIVE, instant
--   Newsletter     ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] Customer.fax: the running version of the application still reads and writes the column
--   [ACC-H301] Customer.fax: its data is gone for good
--   [ACC-H202] Newsletter: the running version of the application still uses the table
--   [ACC-H301] Newsletter: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=Customer Customer.fax: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Customer DROP COLUMN fax;
COMMIT;

-- accrete:step 2 transaction locks=Newsletter drop Newsletter
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Newsletter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE Newsletter;
COMMIT;
