-- accrete:migration V0002 case h2
-- accrete:model 1:74935fa40c6e72d425bb32e16dd175dc
-- accrete:verdict breaking
--
-- Changes
--   vehicle.dtype   replace values, using case dtype when 'Bus' then 'Car' else dtype end   Vehicle.dtype
--   vehicle.dtype   change check to [dtype in ('Vehicle','Car')]                            Vehicle.dtype
-- Locks
--   vehicle         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] vehicle.dtype: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit vehicle.dtype: convert values
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_dtype_check;
CREATE DOMAIN IF NOT EXISTS vehicle_dtype_type AS varchar(32);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VEHICLE' AND column_name = 'DTYPE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VEHICLE_DTYPE_TYPE')
    THEN 'ALTER TABLE vehicle ALTER COLUMN dtype SET DATA TYPE varchar(32) USING case dtype when ''Bus'' then ''Car'' else dtype end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS vehicle_dtype_type;

-- accrete:step 2 autocommit vehicle.dtype: alter column
ALTER TABLE vehicle ALTER COLUMN dtype SET DATA TYPE varchar(31);
ALTER TABLE vehicle ADD CONSTRAINT vehicle_dtype_check CHECK (dtype in ('Vehicle','Car'));
