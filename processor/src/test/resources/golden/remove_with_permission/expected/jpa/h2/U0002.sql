-- accrete:undo V0002 draft h2
-- accrete:model 1:36231e1488bc66703cf0e7b6a1cb9ba4
-- accrete:verdict breaking
--
-- Changes
--   Newsletter     create table
--   Customer.fax   add column varchar(255) not null, existing rows: ''   Customer
-- Locks
--   Customer       EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] Customer.fax: inserts of the running version leave the new column out and fail
-- Data that does not come back
--   Customer.fax: the values that were dropped
--   Newsletter: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit create Newsletter
CREATE TABLE Newsletter (
    id bigint NOT NULL,
    CONSTRAINT Newsletter_pkey PRIMARY KEY (id)
);

-- accrete:step 2 autocommit Customer.fax: add column
ALTER TABLE Customer ADD COLUMN fax varchar(255);
UPDATE Customer SET fax = '' WHERE fax IS NULL;
ALTER TABLE Customer ALTER COLUMN fax SET NOT NULL;
