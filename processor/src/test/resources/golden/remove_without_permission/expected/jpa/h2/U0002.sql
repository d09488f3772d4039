-- accrete:undo V0002 draft h2
-- accrete:model 1:36231e1488bc66703cf0e7b6a1cb9ba4
-- accrete:verdict breaking
--
-- Changes
--   Customer.fax   set not null, existing rows: ''   Customer
-- Locks
--   Customer       EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] Customer.fax: writes of the running version that leave the column empty fail
-- Data that does not come back
--   Customer.fax: rows without a value get ''
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit Customer.fax: alter column
UPDATE Customer SET fax = '' WHERE fax IS NULL;
ALTER TABLE Customer ALTER COLUMN fax SET NOT NULL;
