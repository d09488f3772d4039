-- accrete:migration V0002 case h2
-- accrete:model 1:8d700c8bb9fe7f553aa9a7c8ffb61fab
-- accrete:verdict breaking
--
-- Changes
--   place             create table                                                                      Place
--   place             fill with (country, no, code) select country, no, row_number() over (order by country, no) from (select distinct from_country as country, 0 as no from line union select distinct 0 as country, to_no as no from line) found   Place
--   line.from_no      add column bigint not null, existing rows: (select p.no from place p where p.country = line.from_country order by p.country, p.no fetch first row only)   Line.fromNo
--   line.to_country   add column bigint not null, existing rows: (select p.country from place p where p.no = line.to_no order by p.country, p.no fetch first row only)   Line.toCountry
--   line              add foreign key line_from_country_from_no_fkey (from_country, from_no) to place   Line
--   line              add foreign key line_to_country_to_no_fkey (to_country, to_no) to place           Line
-- Locks
--   line              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H213] place: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] line.from_no: inserts of the running version leave the new column out and fail
--   [ACC-H203] line.to_country: inserts of the running version leave the new column out and fail
-- Rows that stop this
--   place: the same country, no in rows that it takes over
--     SELECT country, no, count(*) FROM (SELECT country, no FROM (select country, no, row_number() over (order by country, no) from (select distinct from_country as country, 0 as no from line union select distinct 0 as country, to_no as no from line) found) taken(country, no, code)) found WHERE country IS NOT NULL AND no IS NOT NULL GROUP BY country, no HAVING count(*) > 1;
--   line.from_no: no value, where none is found for them (no query finds them before)
--   line.to_country: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit create place
CREATE TABLE place (
    country bigint NOT NULL,
    no bigint NOT NULL,
    code bigint NOT NULL,
    CONSTRAINT place_pkey PRIMARY KEY (country, no),
    CONSTRAINT place_code_key UNIQUE (code)
);

-- accrete:step 2 transaction place: take over rows
BEGIN;
INSERT INTO place (country, no, code) select country, no, row_number() over (order by country, no) from (select distinct from_country as country, 0 as no from line union select distinct 0 as country, to_no as no from line) found;
COMMIT;

-- accrete:step 3 autocommit line.from_no: add column
ALTER TABLE line ADD COLUMN from_no bigint;
UPDATE line SET from_no = (select p.no from place p where p.country = line.from_country order by p.country, p.no fetch first row only) WHERE from_no IS NULL;
ALTER TABLE line ALTER COLUMN from_no SET NOT NULL;

-- accrete:step 4 autocommit line.to_country: add column
ALTER TABLE line ADD COLUMN to_country bigint;
UPDATE line SET to_country = (select p.country from place p where p.no = line.to_no order by p.country, p.no fetch first row only) WHERE to_country IS NULL;
ALTER TABLE line ALTER COLUMN to_country SET NOT NULL;

-- accrete:step 5 autocommit line: add foreign key line_from_country_from_no_fkey
ALTER TABLE line ADD CONSTRAINT line_from_country_from_no_fkey FOREIGN KEY (from_country, from_no) REFERENCES place (country, no);

-- accrete:step 6 autocommit line: add foreign key line_to_country_to_no_fkey
ALTER TABLE line ADD CONSTRAINT line_to_country_to_no_fkey FOREIGN KEY (to_country, to_no) REFERENCES place (country, no);
