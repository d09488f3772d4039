-- accrete:undo V0002 draft postgresql
-- accrete:model 1:36231e1488bc66703cf0e7b6a1cb9ba4
-- accrete:verdict breaking
--
-- Changes
--   newsletter     create table
--   customer.fax   add column varchar(255) not null, existing rows: ''   Customer
-- Locks
--   customer       ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] customer.fax: inserts of the running version leave the new column out and fail
-- Data that does not come back
--   customer.fax: the values that were dropped
--   newsletter: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction create newsletter, which nobody uses yet
BEGIN;
CREATE TABLE newsletter (
    id bigint NOT NULL,
    CONSTRAINT newsletter_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 transaction locks=customer customer.fax: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE customer ADD COLUMN fax varchar(255) DEFAULT '' NOT NULL;
ALTER TABLE customer ALTER COLUMN fax DROP DEFAULT;
COMMIT;
