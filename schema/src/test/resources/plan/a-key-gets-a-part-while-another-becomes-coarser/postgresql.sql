-- accrete:migration V0002 case postgresql
-- accrete:model 1:d0cf4a6a8d58234898f6519d4b27d0d3
-- accrete:verdict breaking
--
-- Changes
--   place         drop primary key place_pkey (no, since)                            Place
--   place.part    add column varchar(5) not null, existing rows: ''                  Place.part
--   place.since   change type from timestamp(3) to date, using cast(since as date)   Place.since
--   place         add primary key place_pkey (no, part, since)                       Place
-- Locks
--   place         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] place.part: inserts of the running version leave the new column out and fail
--   [ACC-H101] place.since: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] place.since: the running version of the application may write values that no longer fit
--   [ACC-H210] place.since: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Rows that stop this
--   place: the same values in no, since after their conversion
--     SELECT no, since, count(*) FROM (SELECT no, cast(since as date) AS since FROM place) found WHERE since IS NOT NULL GROUP BY no, since HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=place place.part: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE place ADD COLUMN part varchar(5) DEFAULT '' NOT NULL;
ALTER TABLE place ALTER COLUMN part DROP DEFAULT;
COMMIT;

-- accrete:step 2 transaction locks=place place.since: change type to date
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE place ALTER COLUMN since TYPE date USING cast(since as date);
COMMIT;

-- accrete:step 3 autocommit index=place_no_new_idx place: build index place_no_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY place_no_new_idx ON place (no, part, since);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 4 transaction locks=place place: change primary key place_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE place DROP CONSTRAINT place_pkey,
    ADD CONSTRAINT place_pkey PRIMARY KEY USING INDEX place_no_new_idx;
COMMIT;
