-- accrete:migration V0002 draft postgresql
-- accrete:model 1:ff3ecf15eb0824473299bde72c96f03f
-- accrete:verdict breaking
--
-- Changes
--   Customer.joinedAt   add column timestamp_with_timezone(6) not null, existing rows: now()   Customer.joinedAt
-- Locks
--   Customer            ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] Customer.joinedAt: inserts of the running version leave the new column out and fail
-- The previous application version does not keep working: stop it before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=Customer Customer.joinedAt: add column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Customer ADD COLUMN joinedAt timestamp(6) with time zone DEFAULT now() NOT NULL;
ALTER TABLE Customer ALTER COLUMN joinedAt DROP DEFAULT;
