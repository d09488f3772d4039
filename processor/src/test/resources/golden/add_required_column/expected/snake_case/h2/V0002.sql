-- accrete:migration V0002 draft h2
-- accrete:model 1:2e099b863a3faf887670c57b3e4125d5
-- accrete:verdict breaking
--
-- Changes
--   customer.joined_at   add column timestamp_with_timezone(6) not null, existing rows: now()   Customer.joinedAt
-- Locks
--   customer             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] customer.joined_at: inserts of the running version leave the new column out and fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit customer.joined_at: add column
ALTER TABLE customer ADD COLUMN joined_at timestamp(6) with time zone;
UPDATE customer SET joined_at = now() WHERE joined_at IS NULL;
ALTER TABLE customer ALTER COLUMN joined_at SET NOT NULL;
