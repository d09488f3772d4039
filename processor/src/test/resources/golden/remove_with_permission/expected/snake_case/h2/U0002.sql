-- accrete:undo V0002 draft h2
-- accrete:model 1:36231e1488bc66703cf0e7b6a1cb9ba4
-- accrete:verdict breaking
--
-- Changes
--   newsletter     create table
--   customer.fax   add column varchar(255) not null, existing rows: ''   Customer
-- Locks
--   customer       EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] customer.fax: inserts of the running version leave the new column out and fail
-- Data that does not come back
--   customer.fax: the values that were dropped
--   newsletter: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit create newsletter
CREATE TABLE newsletter (
    id bigint NOT NULL,
    CONSTRAINT newsletter_pkey PRIMARY KEY (id)
);

-- accrete:step 2 autocommit customer.fax: add column
ALTER TABLE customer ADD COLUMN fax varchar(255);
UPDATE customer SET fax = '' WHERE fax IS NULL;
ALTER TABLE customer ALTER COLUMN fax SET NOT NULL;
