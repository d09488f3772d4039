-- accrete:migration V0002 case h2
-- accrete:model 1:4ed022b02ecf66ee71b37b10a6a9df0b
-- accrete:verdict breaking
--
-- Changes
--   bed           drop primary key bed_pkey (hall_id, place)                                                Bed
--   bed.sort      add column integer not null, existing rows: row_number() over (order by hall_id, place)   Bed.sort
--   bed.hall_id   change type from integer to bigint, using (select min(id) from room)                      Bed.hallId
--   bed           add primary key bed_pkey (hall_id, sort)                                                  Bed
--   bed           add foreign key bed_hall_id_fkey (hall_id) to room                                        Bed
-- Locks
--   bed           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] bed.sort: inserts of the running version leave the new column out and fail
--   [ACC-H205] bed: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Rows that stop this
--   bed.hall_id: no value, where none is found for them
--     SELECT * FROM bed WHERE (select min(id) from room) IS NULL;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit bed: drop primary key bed_pkey
ALTER TABLE bed DROP CONSTRAINT IF EXISTS bed_pkey;

-- accrete:step 2 autocommit bed.sort: add column
ALTER TABLE bed ADD COLUMN sort integer;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS bed_sort_values AS
    SELECT hall_id AS key_1, place AS key_2, row_number() over (order by hall_id, place) AS found
    FROM bed;

CREATE UNIQUE INDEX IF NOT EXISTS bed_sort_place ON bed_sort_values (key_1, key_2);
UPDATE bed SET sort = (SELECT v.found FROM bed_sort_values v WHERE v.key_1 = bed.hall_id AND v.key_2 = bed.place) WHERE sort IS NULL;
DROP TABLE IF EXISTS bed_sort_values;
ALTER TABLE bed ALTER COLUMN sort SET NOT NULL;

-- accrete:step 3 autocommit bed.hall_id: change type to bigint
CREATE DOMAIN IF NOT EXISTS bed_hall_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'BED' AND column_name = 'HALL_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'BED_HALL_ID_TYPE')
    THEN 'ALTER TABLE bed ALTER COLUMN hall_id SET DATA TYPE bigint USING (select min(id) from room)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS bed_hall_id_type;

-- accrete:step 4 autocommit bed: add primary key
ALTER TABLE bed ADD CONSTRAINT bed_pkey PRIMARY KEY (hall_id, sort);

-- accrete:step 5 autocommit bed: add foreign key bed_hall_id_fkey
ALTER TABLE bed ADD CONSTRAINT bed_hall_id_fkey FOREIGN KEY (hall_id) REFERENCES room (id);
