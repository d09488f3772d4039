-- accrete:migration V0002 case h2
-- accrete:model 1:88d19df301e73ea1e49b044063445ae5
-- accrete:verdict breaking
--
-- Changes
--   machine   create table                                                           Machine
--   machine   fill with (id, kind) select id, kind from vehicle where kind = 'Car'   Machine
--   vehicle   drop table
-- Locks
--   none
-- Hazards
--   [ACC-H213] machine: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H202] vehicle: the running version of the application still uses the table
--   [ACC-H301] vehicle: its data is gone for good
-- Rows that stop this
--   machine: rows that it takes over with values that its checks refuse
--     SELECT * FROM (select id, kind from vehicle where kind = 'Car') taken(id, kind) WHERE NOT (kind in ('Machine','Car'));
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit create machine
CREATE TABLE machine (
    id bigint NOT NULL,
    kind varchar(31) NOT NULL,
    CONSTRAINT machine_pkey PRIMARY KEY (id),
    CONSTRAINT machine_kind_check CHECK (kind in ('Machine','Car'))
);

-- accrete:step 2 transaction machine: take over rows
BEGIN;
INSERT INTO machine (id, kind) select id, kind from vehicle where kind = 'Car';
COMMIT;

-- accrete:step 3 autocommit drop vehicle
DROP TABLE IF EXISTS vehicle;
