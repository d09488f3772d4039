-- accrete:migration V0002 case h2
-- accrete:model 1:4f105cab5170258bc94a00980383576e
-- accrete:verdict breaking
--
-- Changes
--   letter            drop foreign key letter_place_id_fkey (place_id) to city                                        Letter
--   place             create table                                                                                    Place
--   place             fill with (id) select distinct cast(lpad(cast(number as varchar), 32, '0') as uuid) from mark where number is not null   Place
--   letter.place_id   change type from bigint to uuid, using cast(lpad(cast(place_id as varchar), 32, '0') as uuid)   Letter.placeId
--   letter            add foreign key letter_place_id_fkey (place_id) to place                                        Letter
--   city              keep unmapped table
-- Locks
--   letter            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H213] place: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H204] letter.place_id: the running version of the application may write values that no longer fit
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references to rows of place, which it does not know
-- Rows that stop this
--   letter: references to rows of place that are not there
--     SELECT * FROM (SELECT letter.*, cast(lpad(cast(place_id as varchar), 32, '0') as uuid) AS meant_1 FROM letter) c WHERE c.place_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM (SELECT cast(lpad(cast(number as varchar), 32, '0') as uuid) from mark where number is not null) p (id) WHERE p.id = c.meant_1);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit letter: drop foreign key letter_place_id_fkey
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_place_id_fkey;

-- accrete:step 2 autocommit create place
CREATE TABLE place (
    id uuid NOT NULL,
    CONSTRAINT place_pkey PRIMARY KEY (id)
);

-- accrete:step 3 transaction place: take over rows
BEGIN;
INSERT INTO place (id) select distinct cast(lpad(cast(number as varchar), 32, '0') as uuid) from mark where number is not null;
COMMIT;

-- accrete:step 4 autocommit letter.place_id: change type to uuid
CREATE DOMAIN IF NOT EXISTS letter_place_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LETTER' AND column_name = 'PLACE_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LETTER_PLACE_ID_TYPE')
    THEN 'ALTER TABLE letter ALTER COLUMN place_id SET DATA TYPE uuid USING cast(lpad(cast(place_id as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS letter_place_id_type;

-- accrete:step 5 autocommit letter: add foreign key letter_place_id_fkey
ALTER TABLE letter ADD CONSTRAINT letter_place_id_fkey FOREIGN KEY (place_id) REFERENCES place (id);
