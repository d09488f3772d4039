-- accrete:undo V0002 case h2
-- accrete:model 1:dce209ab2b480921c06509023037aec0
-- accrete:verdict breaking
--
-- Changes
--   vehicle         drop check vehicle_check                            Vehicle
--   vehicle.kind    change check to [kind in ('Vehicle','Bus','Car')]   Vehicle.kind
--   vehicle.kind    change type from varchar(31) to varchar(12), using CASE kind WHEN 'V' THEN 'Vehicle' WHEN 'B' THEN 'Bus' WHEN 'C' THEN 'Car' ELSE 'Vehicle' END   Vehicle.kind
--   vehicle.doors   drop column                                         Vehicle.doors
--   vehicle.dtype   rename column from kind                             Vehicle
-- Locks
--   vehicle         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] vehicle.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] vehicle.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H204] vehicle.kind: the running version of the application may write values that no longer fit
--   [ACC-H202] vehicle.doors: the running version of the application still reads and writes the column
--   [ACC-H301] vehicle.doors: its data is gone for good
--   [ACC-H201] vehicle.dtype: the running version of the application looks for the old name
-- Data that does not come back
--   vehicle.doors: all values
--   vehicle.kind: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit vehicle: drop check vehicle_check
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_check;

-- accrete:step 2 autocommit vehicle.kind: change type to varchar(12)
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_kind_check;
CREATE DOMAIN IF NOT EXISTS vehicle_kind_type AS varchar(12);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VEHICLE' AND column_name = 'KIND')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VEHICLE_KIND_TYPE')
    THEN 'ALTER TABLE vehicle ALTER COLUMN kind SET DATA TYPE varchar(12) USING CASE kind WHEN ''V'' THEN ''Vehicle'' WHEN ''B'' THEN ''Bus'' WHEN ''C'' THEN ''Car'' ELSE ''Vehicle'' END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS vehicle_kind_type;
ALTER TABLE vehicle ADD CONSTRAINT vehicle_kind_check CHECK (kind in ('Vehicle','Bus','Car'));

-- accrete:step 3 autocommit vehicle.doors: drop column
ALTER TABLE vehicle DROP COLUMN IF EXISTS doors;

-- accrete:step 4 autocommit vehicle.kind: rename to dtype
ALTER TABLE IF EXISTS vehicle ALTER COLUMN IF EXISTS kind RENAME TO dtype;

EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = current_schema AND constraint_name = 'VEHICLE_KIND_CHECK')
    THEN 'ALTER TABLE vehicle RENAME CONSTRAINT vehicle_kind_check TO vehicle_dtype_check'
    ELSE 'SET @accrete NULL' END;
