-- accrete:migration V0002 case h2
-- accrete:model 1:d0cf4a6a8d58234898f6519d4b27d0d3
-- accrete:verdict breaking
--
-- Changes
--   place         drop primary key place_pkey (no, since)                            Place
--   place.part    add column varchar(5) not null, existing rows: ''                  Place.part
--   place.since   change type from timestamp(3) to date, using cast(since as date)   Place.since
--   place         add primary key place_pkey (no, part, since)                       Place
-- Locks
--   place         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] place.part: inserts of the running version leave the new column out and fail
--   [ACC-H204] place.since: the running version of the application may write values that no longer fit
-- Rows that stop this
--   place: the same values in no, since after their conversion
--     SELECT no, since, count(*) FROM (SELECT no, cast(since as date) AS since FROM place) found WHERE since IS NOT NULL GROUP BY no, since HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit place: drop primary key place_pkey
ALTER TABLE place DROP CONSTRAINT IF EXISTS place_pkey;

-- accrete:step 2 autocommit place.part: add column
ALTER TABLE place ADD COLUMN part varchar(5);
UPDATE place SET part = '' WHERE part IS NULL;
ALTER TABLE place ALTER COLUMN part SET NOT NULL;

-- accrete:step 3 autocommit place.since: change type to date
CREATE DOMAIN IF NOT EXISTS place_since_type AS date;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PLACE' AND column_name = 'SINCE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PLACE_SINCE_TYPE')
    THEN 'ALTER TABLE place ALTER COLUMN since SET DATA TYPE date USING cast(since as date)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS place_since_type;

-- accrete:step 4 autocommit place: add primary key
ALTER TABLE place ADD CONSTRAINT place_pkey PRIMARY KEY (no, part, since);
