-- accrete:migration V0002 draft postgresql
-- accrete:model 1:2e099b863a3faf887670c57b3e4125d5
-- accrete:verdict breaking
--
-- Changes
--   customer.joined_at   add column timestamp_with_timezone(6) not null, existing rows: now()   Customer.joinedAt
-- Locks
--   customer             ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] customer.joined_at: inserts of the running version leave the new column out and fail
-- The previous application version does not keep working: stop it before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=customer customer.joined_at: add column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE customer ADD COLUMN joined_at timestamp(6) with time zone DEFAULT now() NOT NULL;
ALTER TABLE customer ALTER COLUMN joined_at DROP DEFAULT;
