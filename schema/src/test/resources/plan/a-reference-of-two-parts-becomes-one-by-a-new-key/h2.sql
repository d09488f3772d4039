-- accrete:migration V0002 case h2
-- accrete:model 1:1c504c8c4d1ae11afb59fd335490d2bf
-- accrete:verdict breaking
--
-- Changes
--   stage        drop foreign key stage_hall_room_fkey (hall, room) to hall   Stage
--   hall         drop primary key hall_pkey (floor, nr)                       Hall
--   stage        drop primary key stage_pkey (hall, room)                     Stage
--   hall.floor   keep unmapped column                                         Hall
--   hall.nr      keep unmapped column                                         Hall
--   hall.floor   drop not null of unmapped column                             Hall
--   hall.nr      drop not null of unmapped column                             Hall
--   hall.id      add column uuid not null, existing rows: cast(lpad(cast(floor * 1000 + nr as varchar), 32, '0') as uuid)   Hall.id
--   stage.hall   change type from numeric(10,0) to uuid, using (select p.id from hall p where p.floor = stage.hall and p.nr = stage.room)   Stage.hall
--   hall         add primary key hall_pkey (id)                               Hall
--   stage        add primary key stage_pkey (hall)                            Stage
--   stage        add foreign key stage_hall_fkey (hall) to hall               Stage
--   stage.room   drop column                                                  Stage
-- Locks
--   hall         EXCLUSIVE, rewrite
--   stage        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] hall.id: inserts of the running version leave the new column out and fail
--   [ACC-H204] stage.hall: the running version of the application may write values that no longer fit
--   [ACC-H205] stage: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H202] stage.room: the running version of the application still reads and writes the column
--   [ACC-H301] stage.room: its data is gone for good
-- Rows that stop this
--   hall: the same values in id
--     SELECT id, count(*) FROM (SELECT cast(lpad(cast(floor * 1000 + nr as varchar), 32, '0') as uuid) AS id FROM hall) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit stage: drop foreign key stage_hall_room_fkey
ALTER TABLE stage DROP CONSTRAINT IF EXISTS stage_hall_room_fkey;

-- accrete:step 2 autocommit hall: drop primary key hall_pkey
ALTER TABLE hall DROP CONSTRAINT IF EXISTS hall_pkey;

-- accrete:step 3 autocommit stage: drop primary key stage_pkey
ALTER TABLE stage DROP CONSTRAINT IF EXISTS stage_pkey;

-- accrete:step 4 autocommit hall.floor: accept rows without a value
ALTER TABLE hall ALTER COLUMN floor DROP NOT NULL;

-- accrete:step 5 autocommit hall.id: add column
ALTER TABLE hall ADD COLUMN id uuid;
UPDATE hall SET id = cast(lpad(cast(floor * 1000 + nr as varchar), 32, '0') as uuid) WHERE id IS NULL;
ALTER TABLE hall ALTER COLUMN id SET NOT NULL;

-- accrete:step 6 autocommit hall.nr: accept rows without a value
ALTER TABLE hall ALTER COLUMN nr DROP NOT NULL;

-- accrete:step 7 autocommit stage.hall: change type to uuid
CREATE DOMAIN IF NOT EXISTS stage_hall_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'STAGE' AND column_name = 'HALL')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'STAGE_HALL_TYPE')
    THEN 'ALTER TABLE stage ALTER COLUMN hall SET DATA TYPE uuid USING (select p.id from hall p where p.floor = stage.hall and p.nr = stage.room)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS stage_hall_type;

-- accrete:step 8 autocommit hall: add primary key
ALTER TABLE hall ADD CONSTRAINT hall_pkey PRIMARY KEY (id);

-- accrete:step 9 autocommit stage: add primary key
ALTER TABLE stage ADD CONSTRAINT stage_pkey PRIMARY KEY (hall);

-- accrete:step 10 autocommit stage: add foreign key stage_hall_fkey
ALTER TABLE stage ADD CONSTRAINT stage_hall_fkey FOREIGN KEY (hall) REFERENCES hall (id);

-- accrete:step 11 autocommit stage.room: drop column
ALTER TABLE stage DROP COLUMN IF EXISTS room;
