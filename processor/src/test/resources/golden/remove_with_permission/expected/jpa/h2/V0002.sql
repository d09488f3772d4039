-- accrete:migration V0002 draft h2
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict breaking
--
-- Changes
--   Customer.fax   drop column   Customer
--   Newsletter     drop table
-- Locks
--   Customer       EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] Customer.fax: the running version of the application still reads and writes the column
--   [ACC-H301] Customer.fax: its data is gone for good
--   [ACC-H202] Newsletter: the running version of the application still uses the table
--   [ACC-H301] Newsletter: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit Customer.fax: drop column
ALTER TABLE Customer DROP COLUMN IF EXISTS fax;

-- accrete:step 2 autocommit drop Newsletter
DROP TABLE IF EXISTS Newsletter;
