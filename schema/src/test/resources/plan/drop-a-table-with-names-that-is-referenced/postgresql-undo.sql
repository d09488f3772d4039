-- accrete:undo V0002 case postgresql
-- accrete:model 1:3f06b756a74a96f2e599b0bda52cb9ca
-- accrete:verdict breaking
--
-- Changes
--   country   create table
--   place     add empty rows to country that place_country_code_fkey misses       Place
--   place     add foreign key place_country_code_fkey (country_code) to country   Place
-- Locks
--   country   SHARE ROW EXCLUSIVE, instant
--   place     SHARE ROW EXCLUSIVE, instant
--   place     SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] place: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] place: the running version fails when it writes references to rows of country, which it does not know
--   [ACC-H401] place: no index starts with [country_code], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   place: add empty rows to country that place_country_code_fkey misses
--   country: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction create country, which nobody uses yet
BEGIN;
CREATE TABLE country (
    code varchar(20) NOT NULL,
    name varchar(40) NOT NULL,
    CONSTRAINT country_pkey PRIMARY KEY (code),
    CONSTRAINT country_name_key UNIQUE (name)
);
COMMIT;

-- accrete:step 2 autocommit place: mend references to country
SET statement_timeout = 0;

INSERT INTO country (code, name)
    SELECT code, CAST(code AS varchar) FROM (SELECT DISTINCT place.country_code AS code FROM place
    WHERE place.country_code IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM country r WHERE r.code = place.country_code)) k;

RESET statement_timeout;

-- accrete:step 3 transaction locks=country,place place: add foreign key place_country_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE country, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE place ADD CONSTRAINT place_country_code_fkey FOREIGN KEY (country_code) REFERENCES country (code) NOT VALID;
COMMIT;

-- accrete:step 4 transaction place: validate place_country_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE place VALIDATE CONSTRAINT place_country_code_fkey;
COMMIT;
