-- accrete:undo V0002 case postgresql
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
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction create teams, which nobody uses yet
CREATE TABLE teams (
    id bigint NOT NULL,
    CONSTRAINT teams_pkey PRIMARY KEY (id)
);
