-- accrete:migration V0002 draft h2
-- accrete:model 1:c552bb07318ea1d52dfbb005a7df5ba5
-- accrete:verdict breaking
--
-- Changes
--   customer.name   set not null, existing rows: 'unknown'   Customer.name
-- Locks
--   customer        EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] customer.name: writes of the running version that leave the column empty fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit customer.name: alter column
UPDATE customer SET name = 'unknown' WHERE name IS NULL;
ALTER TABLE customer ALTER COLUMN name SET NOT NULL;
