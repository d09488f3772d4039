-- accrete:undo V0002 case h2
-- accrete:model 1:03a31731c3324923d8698cfd5e49ab37
-- accrete:verdict breaking
--
-- Changes
--   letter            drop foreign key letter_place_id_fkey (place_id) to place   Letter
--   letter.place_id   change type from uuid to bigint, using NULL                 Letter.placeId
--   place             drop table                                                  Place
--   letter            add foreign key letter_place_id_fkey (place_id) to city     Letter
-- Locks
--   letter            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] letter.place_id: the running version of the application may write values that no longer fit
--   [ACC-H202] place: the running version of the application still uses the table
--   [ACC-H301] place: its data is gone for good
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references to rows of city, which it does not know
-- Data that does not come back
--   place: all rows
--   letter.place_id: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit letter: drop foreign key letter_place_id_fkey
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_place_id_fkey;

-- accrete:step 2 autocommit letter.place_id: change type to bigint
CREATE DOMAIN IF NOT EXISTS letter_place_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LETTER' AND column_name = 'PLACE_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LETTER_PLACE_ID_TYPE')
    THEN 'ALTER TABLE letter ALTER COLUMN place_id SET DATA TYPE bigint USING NULL'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS letter_place_id_type;

-- accrete:step 3 autocommit letter: add foreign key letter_place_id_fkey
ALTER TABLE letter ADD CONSTRAINT letter_place_id_fkey FOREIGN KEY (place_id) REFERENCES city (id);

-- accrete:step 4 autocommit drop place
DROP TABLE IF EXISTS place;
