-- accrete:undo V0002 draft h2
-- accrete:model 1:36231e1488bc66703cf0e7b6a1cb9ba4
-- accrete:verdict breaking
--
-- Changes
--   customer.fax   set not null, existing rows: ''   Customer
-- Locks
--   customer       EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] customer.fax: writes of the running version that leave the column empty fail
-- Data that does not come back
--   customer.fax: rows without a value get ''
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit customer.fax: alter column
UPDATE customer SET fax = '' WHERE fax IS NULL;
ALTER TABLE customer ALTER COLUMN fax SET NOT NULL;
