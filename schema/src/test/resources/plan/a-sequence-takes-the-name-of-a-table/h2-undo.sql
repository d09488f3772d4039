-- accrete:undo V0002 case h2
-- accrete:model 1:2113fa811f65f241dc0bf1ad9e8de242
-- accrete:verdict breaking
--
-- Changes
--   orders_ids   create table
--   orders_ids   drop sequence
-- Locks
--   none
-- Hazards
--   none
-- Data that does not come back
--   orders_ids: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit drop orders_ids
DROP SEQUENCE IF EXISTS orders_ids;

-- accrete:step 2 autocommit create orders_ids
CREATE TABLE orders_ids (
    name varchar(255) NOT NULL,
    following bigint,
    CONSTRAINT orders_ids_pkey PRIMARY KEY (name)
);
