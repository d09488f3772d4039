-- accrete:undo V0002 case h2
-- accrete:model 1:868e60a45956344197f6759a3a0bb886
-- accrete:verdict compatible
--
-- Changes
--   teams   create table
-- Locks
--   none
-- Hazards
--   none
-- Data that does not come back
--   teams: the rows that were dropped
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit create teams
CREATE TABLE teams (
    id bigint NOT NULL,
    CONSTRAINT teams_pkey PRIMARY KEY (id)
);
