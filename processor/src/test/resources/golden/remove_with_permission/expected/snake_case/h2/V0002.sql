-- accrete:migration V0002 draft h2
-- accrete:model 1:54fd808d239db4290e8c1945fb1f67a6
-- accrete:verdict breaking
--
-- Changes
--   customer.fax   drop column   Customer
--   newsletter     drop table
-- Locks
--   customer       EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] customer.fax: the running version of the application still reads and writes the column
--   [ACC-H301] customer.fax: its data is gone for good
--   [ACC-H202] newsletter: the running version of the application still uses the table
--   [ACC-H301] newsletter: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit customer.fax: drop column
ALTER TABLE customer DROP COLUMN IF EXISTS fax;

-- accrete:step 2 autocommit drop newsletter
DROP TABLE IF EXISTS newsletter;
