-- accrete:migration V0002 draft postgresql
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict breaking
--
-- Changes
--   customer.fax   drop column   Customer
--   newsletter     drop table
-- Locks
--   customer       ACCESS EXCLUSIVE, instant
--   newsletter     ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] customer.fax: the running version of the application still reads and writes the column
--   [ACC-H301] customer.fax: its data is gone for good
--   [ACC-H202] newsletter: the running version of the application still uses the table
--   [ACC-H301] newsletter: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=customer customer.fax: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE customer DROP COLUMN fax;
COMMIT;

-- accrete:step 2 transaction locks=newsletter drop newsletter
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE newsletter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE newsletter;
COMMIT;
