-- accrete:undo V0002 case h2
-- accrete:model 1:3f06b756a74a96f2e599b0bda52cb9ca
-- accrete:verdict breaking
--
-- Changes
--   country   create table
--   place     add empty rows to country that place_country_code_fkey misses       Place
--   place     add foreign key place_country_code_fkey (country_code) to country   Place
-- Locks
--   place     EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] place: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] place: the running version fails when it writes references to rows of country, which it does not know
-- Data that does not come back
--   place: add empty rows to country that place_country_code_fkey misses
--   country: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit create country
CREATE TABLE country (
    code varchar(20) NOT NULL,
    name varchar(40) NOT NULL,
    CONSTRAINT country_pkey PRIMARY KEY (code),
    CONSTRAINT country_name_key UNIQUE (name)
);

-- accrete:step 2 autocommit place: mend references to country
INSERT INTO country (code, name)
    SELECT code, CAST(code AS varchar) FROM (SELECT DISTINCT place.country_code AS code FROM place
    WHERE place.country_code IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM country r WHERE r.code = place.country_code)) k;

-- accrete:step 3 autocommit place: add foreign key place_country_code_fkey
ALTER TABLE place ADD CONSTRAINT place_country_code_fkey FOREIGN KEY (country_code) REFERENCES country (code);
