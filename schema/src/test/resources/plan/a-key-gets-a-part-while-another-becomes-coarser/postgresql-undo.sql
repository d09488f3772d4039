-- accrete:undo V0002 case postgresql
-- accrete:model 1:5550766f1f5ebafaf69334901b6bd5f0
-- accrete:verdict breaking
--
-- Changes
--   place         drop primary key place_pkey (no, part, since)   Place
--   place.since   change type from date to timestamp(3)           Place.since
--   place.part    drop column                                     Place.part
--   place         add primary key place_pkey (no, since)          Place
-- Locks
--   place         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] place.since: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] place.since: the running version of the application may write values that no longer fit
--   [ACC-H210] place.since: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] place.part: the running version of the application still reads and writes the column
--   [ACC-H301] place.part: its data is gone for good
-- Data that does not come back
--   place.part: all values
--   place.since: what the conversion of its values left out
-- Rows that stop this
--   place: the same values in no, since
--     SELECT no, since, count(*) FROM place GROUP BY no, since HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=place place.since: change type to timestamp(3)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE place ALTER COLUMN since TYPE timestamp(3) USING since::timestamp(3);
COMMIT;

-- accrete:step 2 autocommit index=place_no_new_idx place: build index place_no_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY place_no_new_idx ON place (no, since);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=place place: change primary key place_pkey; place.part: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE place DROP CONSTRAINT place_pkey,
    ADD CONSTRAINT place_pkey PRIMARY KEY USING INDEX place_no_new_idx;

ALTER TABLE place DROP COLUMN part;
COMMIT;
