-- accrete:migration V0002 draft h2
-- accrete:model 1:ff3ecf15eb0824473299bde72c96f03f
-- accrete:verdict breaking
--
-- Changes
--   Customer.joinedAt   add column timestamp_with_timezone(6) not null, existing rows: now()   Customer.joinedAt
-- Locks
--   Customer            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] Customer.joinedAt: inserts of the running version leave the new column out and fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit Customer.joinedAt: add column
ALTER TABLE Customer ADD COLUMN joinedAt timestamp(6) with time zone;
UPDATE Customer SET joinedAt = now() WHERE joinedAt IS NULL;
ALTER TABLE Customer ALTER COLUMN joinedAt SET NOT NULL;
