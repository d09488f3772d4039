-- accrete:undo V0002 case h2
-- accrete:model 1:5f73ee260254cd37d99b0b24ecbfcb65
-- accrete:verdict breaking
--
-- Changes
--   vehicle   create table
--   machine   drop table     Machine
-- Locks
--   none
-- Hazards
--   [ACC-H202] machine: the running version of the application still uses the table
--   [ACC-H301] machine: its data is gone for good
-- Data that does not come back
--   machine: all rows
--   vehicle: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit create vehicle
CREATE TABLE vehicle (
    id bigint NOT NULL,
    kind varchar(31) NOT NULL,
    CONSTRAINT vehicle_pkey PRIMARY KEY (id),
    CONSTRAINT vehicle_kind_check CHECK (kind in ('Vehicle','Car'))
);

-- accrete:step 2 autocommit drop machine
DROP TABLE IF EXISTS machine;
