-- accrete:migration V0002 case h2
-- accrete:model 1:8d5bdb9c5aa32f607e31a5a0a9905030
-- accrete:verdict breaking
--
-- Changes
--   shelf.id       change type from bigint to array of varchar(255), using array[cast(id as varchar(255))]         Shelf.id
--   shelf.label    change type from varchar(10) to array of varchar(20), using array[cast(label as varchar(20))]   Shelf.label
--   shelf.places   change type from integer to array of varchar(20), using array[cast(places as varchar(20))]      Shelf.places
--   shelf.width    change type from integer to array of bigint, using array[cast(width as bigint)]                 Shelf.width
-- Locks
--   shelf          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] shelf.id: the running version of the application may write values that no longer fit
--   [ACC-H204] shelf.label: the running version of the application may write values that no longer fit
--   [ACC-H204] shelf.places: the running version of the application may write values that no longer fit
--   [ACC-H204] shelf.width: the running version of the application may write values that no longer fit
-- Rows that stop this
--   shelf: the same values in id after their conversion
--     SELECT id, count(*) FROM (SELECT array[cast(id as varchar(255))] AS id FROM shelf) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit shelf.id: change type to varchar(255) array
CREATE DOMAIN IF NOT EXISTS shelf_id_type AS varchar(255) array;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SHELF' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SHELF_ID_TYPE')
    THEN 'ALTER TABLE shelf ALTER COLUMN id SET DATA TYPE varchar(255) array USING array[cast(id as varchar(255))]'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS shelf_id_type;

-- accrete:step 2 autocommit shelf.label: change type to varchar(20) array
CREATE DOMAIN IF NOT EXISTS shelf_label_type AS varchar(20) array;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SHELF' AND column_name = 'LABEL')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SHELF_LABEL_TYPE')
    THEN 'ALTER TABLE shelf ALTER COLUMN label SET DATA TYPE varchar(20) array USING array[cast(label as varchar(20))]'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS shelf_label_type;

-- accrete:step 3 autocommit shelf.places: change type to varchar(20) array
CREATE DOMAIN IF NOT EXISTS shelf_places_type AS varchar(20) array;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SHELF' AND column_name = 'PLACES')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SHELF_PLACES_TYPE')
    THEN 'ALTER TABLE shelf ALTER COLUMN places SET DATA TYPE varchar(20) array USING array[cast(places as varchar(20))]'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS shelf_places_type;

-- accrete:step 4 autocommit shelf.width: change type to bigint array
CREATE DOMAIN IF NOT EXISTS shelf_width_type AS bigint array;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SHELF' AND column_name = 'WIDTH')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SHELF_WIDTH_TYPE')
    THEN 'ALTER TABLE shelf ALTER COLUMN width SET DATA TYPE bigint array USING array[cast(width as bigint)]'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS shelf_width_type;
