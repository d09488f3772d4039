-- accrete:undo V0002 case h2
-- accrete:model 1:15cb7e32fafe86ba02f1a540d9f79b07
-- accrete:verdict breaking
--
-- Changes
--   shelf.width    change type from array of bigint to integer, using CASE WHEN cardinality(width) > 0 THEN CAST(width[1] AS integer) END   Shelf.width
--   shelf.places   change type from array of varchar(20) to integer, using CASE WHEN cardinality(places) > 0 THEN CASE WHEN places[1] <> '' AND regexp_replace(places[1], '^-?[0-9]+$', '') = '' THEN CAST(places[1] AS integer) ELSE 0 END ELSE 0 END   Shelf.places
--   shelf.label    change type from array of varchar(20) to varchar(10), using CASE WHEN cardinality(label) > 0 THEN substring(label[1] from 1 for 10) END   Shelf.label
--   shelf.id       change type from array of varchar(255) to bigint, using CASE WHEN cardinality(id) > 0 THEN CASE WHEN id[1] <> '' AND regexp_replace(id[1], '^-?[0-9]+$', '') = '' THEN CAST(id[1] AS bigint) ELSE 0 END ELSE 0 END   Shelf.id
-- Locks
--   shelf          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] shelf.width: the running version of the application may write values that no longer fit
--   [ACC-H204] shelf.places: the running version of the application may write values that no longer fit
--   [ACC-H204] shelf.label: the running version of the application may write values that no longer fit
--   [ACC-H204] shelf.id: the running version of the application may write values that no longer fit
-- Data that does not come back
--   shelf.id: what the conversion of its values left out
--   shelf.label: what the conversion of its values left out
--   shelf.places: what the conversion of its values left out
--   shelf.width: what the conversion of its values left out
-- Rows that stop this
--   shelf: the same values in id after their conversion
--     SELECT id, count(*) FROM (SELECT CASE WHEN cardinality(id) > 0 THEN CASE WHEN id[1] <> '' AND regexp_replace(id[1], '^-?[0-9]+$', '') = '' THEN CAST(id[1] AS bigint) ELSE 0 END ELSE 0 END AS id FROM shelf) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit shelf.id: change type to bigint
CREATE DOMAIN IF NOT EXISTS shelf_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SHELF' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SHELF_ID_TYPE')
    THEN 'ALTER TABLE shelf ALTER COLUMN id SET DATA TYPE bigint USING CASE WHEN cardinality(id) > 0 THEN CASE WHEN id[1] <> '''' AND regexp_replace(id[1], ''^-?[0-9]+$'', '''') = '''' THEN CAST(id[1] AS bigint) ELSE 0 END ELSE 0 END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS shelf_id_type;

-- accrete:step 2 autocommit shelf.label: change type to varchar(10)
CREATE DOMAIN IF NOT EXISTS shelf_label_type AS varchar(10);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SHELF' AND column_name = 'LABEL')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SHELF_LABEL_TYPE')
    THEN 'ALTER TABLE shelf ALTER COLUMN label SET DATA TYPE varchar(10) USING CASE WHEN cardinality(label) > 0 THEN substring(label[1] from 1 for 10) END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS shelf_label_type;

-- accrete:step 3 autocommit shelf.places: change type to integer
CREATE DOMAIN IF NOT EXISTS shelf_places_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SHELF' AND column_name = 'PLACES')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SHELF_PLACES_TYPE')
    THEN 'ALTER TABLE shelf ALTER COLUMN places SET DATA TYPE integer USING CASE WHEN cardinality(places) > 0 THEN CASE WHEN places[1] <> '''' AND regexp_replace(places[1], ''^-?[0-9]+$'', '''') = '''' THEN CAST(places[1] AS integer) ELSE 0 END ELSE 0 END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS shelf_places_type;

-- accrete:step 4 autocommit shelf.width: change type to integer
CREATE DOMAIN IF NOT EXISTS shelf_width_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SHELF' AND column_name = 'WIDTH')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SHELF_WIDTH_TYPE')
    THEN 'ALTER TABLE shelf ALTER COLUMN width SET DATA TYPE integer USING CASE WHEN cardinality(width) > 0 THEN CAST(width[1] AS integer) END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS shelf_width_type;
