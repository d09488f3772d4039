-- accrete:undo V0002 case postgresql
-- accrete:model 1:5f73ee260254cd37d99b0b24ecbfcb65
-- accrete:verdict breaking
--
-- Changes
--   vehicle   create table
--   machine   drop table     Machine
-- Locks
--   machine   ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] machine: the running version of the application still uses the table
--   [ACC-H301] machine: its data is gone for good
-- Data that does not come back
--   machine: all rows
--   vehicle: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction create vehicle, which nobody uses yet
BEGIN;
CREATE TABLE vehicle (
    id bigint NOT NULL,
    kind varchar(31) NOT NULL,
    CONSTRAINT vehicle_pkey PRIMARY KEY (id),
    CONSTRAINT vehicle_kind_check CHECK (kind in ('Vehicle','Car'))
);
COMMIT;

-- accrete:step 2 transaction locks=machine drop machine
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE machine IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE machine;
COMMIT;
