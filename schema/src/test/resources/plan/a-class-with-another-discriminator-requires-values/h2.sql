-- accrete:migration V0002 case h2
-- accrete:model 1:0bacd2c24088147d22dc2858f77d46e0
-- accrete:verdict breaking
--
-- Changes
--   vehicle.kind     rename column from dtype                         Vehicle.kind
--   vehicle.doors    add column integer                               Vehicle.doors
--   vehicle.kind     change type from varchar(12) to varchar(31), using case kind when 'Bus' then 'B' when 'Car' then 'C' else 'V' end   Vehicle.kind
--   vehicle.kind     change check to [kind in ('V','B','C')]          Vehicle.kind
--   vehicle.doors    existing rows: case when kind = 'C' then 2 end   Vehicle.doors
--   vehicle.wheels   existing rows: case when kind = 'C' then 4 end   Vehicle.wheels
--   vehicle          add check vehicle_check                          Vehicle
-- Locks
--   vehicle          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H201] vehicle.kind: the running version of the application looks for the old name
--   [ACC-H204] vehicle.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] vehicle.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit vehicle.dtype: rename to kind
ALTER TABLE IF EXISTS vehicle ALTER COLUMN IF EXISTS dtype RENAME TO kind;

EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'VEHICLE_DTYPE_CHECK')
    THEN 'ALTER TABLE vehicle RENAME CONSTRAINT vehicle_dtype_check TO vehicle_kind_check'
    ELSE 'SET @accrete NULL' END;

-- accrete:step 2 autocommit vehicle.doors: add column
ALTER TABLE vehicle ADD COLUMN doors integer;

-- accrete:step 3 autocommit vehicle.kind: change type to varchar(31)
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_kind_check;
CREATE DOMAIN IF NOT EXISTS vehicle_kind_type AS varchar(31);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VEHICLE' AND column_name = 'KIND')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VEHICLE_KIND_TYPE')
    THEN 'ALTER TABLE vehicle ALTER COLUMN kind SET DATA TYPE varchar(31) USING case kind when ''Bus'' then ''B'' when ''Car'' then ''C'' else ''V'' end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS vehicle_kind_type;
ALTER TABLE vehicle ADD CONSTRAINT vehicle_kind_check CHECK (kind in ('V','B','C'));

-- accrete:step 4 autocommit vehicle.doors: fill in rows that exist
UPDATE vehicle SET doors = case when kind = 'C' then 2 end WHERE doors IS NULL;

-- accrete:step 5 autocommit vehicle.wheels: fill in rows that exist
UPDATE vehicle SET wheels = case when kind = 'C' then 4 end WHERE wheels IS NULL;

-- accrete:step 6 autocommit vehicle: add check vehicle_check
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check CHECK (kind <> 'C' or (doors is not null and wheels is not null));
