-- accrete:undo V0002 draft postgresql
-- accrete:model 1:36231e1488bc66703cf0e7b6a1cb9ba4
-- accrete:verdict breaking
--
-- Changes
--   Newsletter     create table
--   Customer.fax   add column varchar(255) not null, existing rows: ''   Customer
-- Locks
--   Customer       ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] Customer.fax: inserts of the running version leave the new column out and fail
-- Data that does not come back
--   Customer.fax: the values that were dropped
--   Newsletter: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction create Newsletter, which nobody uses yet
BEGIN;
CREATE TABLE Newsletter (
    id bigint NOT NULL,
    CONSTRAINT Newsletter_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 transaction locks=Customer Customer.fax: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Customer ADD COLUMN fax varchar(255) DEFAULT '' NOT NULL;
ALTER TABLE Customer ALTER COLUMN fax DROP DEFAULT;
COMMIT;
