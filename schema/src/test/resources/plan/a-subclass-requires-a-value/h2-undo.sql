-- accrete:undo V0002 case h2
-- accrete:model 1:fb93c029d3ee0706f427a05f07af5ac8
-- accrete:verdict breaking
--
-- Changes
--   vehicle           drop check vehicle_check2                                                          Vehicle
--   vehicle           drop check vehicle_check1                                                          Vehicle
--   vehicle           drop check vehicle_check                                                           Vehicle
--   vehicle.dtype     replace values, using CASE WHEN dtype IN ('Train') THEN 'Vehicle' ELSE dtype END   Vehicle.dtype
--   vehicle.dtype     change check to [dtype in ('Vehicle','Bus','Car')]                                 Vehicle.dtype
--   vehicle.waggons   drop column                                                                        Vehicle.waggons
--   vehicle.doors     drop column                                                                        Vehicle.doors
--   vehicle           add check vehicle_check                                                            Vehicle
-- Locks
--   vehicle           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] vehicle.dtype: the running version of the application may write values that no longer fit
--   [ACC-H202] vehicle.waggons: the running version of the application still reads and writes the column
--   [ACC-H301] vehicle.waggons: its data is gone for good
--   [ACC-H202] vehicle.doors: the running version of the application still reads and writes the column
--   [ACC-H301] vehicle.doors: its data is gone for good
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Data that does not come back
--   vehicle.doors: all values
--   vehicle.waggons: all values
--   vehicle.dtype: values that are new, which become 'Vehicle'
-- Rows that stop this
--   vehicle: what vehicle_check refuses
--     SELECT * FROM vehicle WHERE NOT ((CASE WHEN dtype IN ('Train') THEN 'Vehicle' ELSE dtype END) <> 'Bus' or (seats is not null));
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit vehicle: drop check vehicle_check
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_check;

-- accrete:step 2 autocommit vehicle: drop check vehicle_check1
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_check1;

-- accrete:step 3 autocommit vehicle: drop check vehicle_check2
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_check2;

-- accrete:step 4 autocommit vehicle.dtype: convert values
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_dtype_check;
CREATE DOMAIN IF NOT EXISTS vehicle_dtype_type AS varchar(32);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VEHICLE' AND column_name = 'DTYPE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VEHICLE_DTYPE_TYPE')
    THEN 'ALTER TABLE vehicle ALTER COLUMN dtype SET DATA TYPE varchar(32) USING CASE WHEN dtype IN (''Train'') THEN ''Vehicle'' ELSE dtype END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS vehicle_dtype_type;

-- accrete:step 5 autocommit vehicle.dtype: alter column
ALTER TABLE vehicle ALTER COLUMN dtype SET DATA TYPE varchar(31);
ALTER TABLE vehicle ADD CONSTRAINT vehicle_dtype_check CHECK (dtype in ('Vehicle','Bus','Car'));

-- accrete:step 6 autocommit vehicle: add check vehicle_check
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check CHECK (dtype <> 'Bus' or (seats is not null));

-- accrete:step 7 autocommit vehicle.doors: drop column
ALTER TABLE vehicle DROP COLUMN IF EXISTS doors;

-- accrete:step 8 autocommit vehicle.waggons: drop column
ALTER TABLE vehicle DROP COLUMN IF EXISTS waggons;
