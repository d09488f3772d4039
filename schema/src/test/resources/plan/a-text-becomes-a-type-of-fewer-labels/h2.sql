-- accrete:migration V0002 case h2
-- accrete:model 1:c0136958ee99f4771b903026949292fc
-- accrete:verdict breaking
--
-- Changes
--   Phase        create type
--   lamp.phase   change type from varchar(255) to type Phase, using case phase when 'ONE' then 'ONE' when 'TWO' then 'TWO' end   Lamp.phase
--   lamp.phase   drop check    Lamp.phase
-- Locks
--   lamp         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] lamp.phase: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit create Phase
CREATE DOMAIN Phase AS varchar(3) CONSTRAINT Phase_labels CHECK (VALUE IN ('ONE','TWO'));

-- accrete:step 2 autocommit lamp.phase: convert values
ALTER TABLE lamp DROP CONSTRAINT IF EXISTS lamp_phase_check;
CREATE DOMAIN IF NOT EXISTS lamp_phase_type AS varchar;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LAMP' AND column_name = 'PHASE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LAMP_PHASE_TYPE')
    THEN 'ALTER TABLE lamp ALTER COLUMN phase SET DATA TYPE varchar USING case phase when ''ONE'' then ''ONE'' when ''TWO'' then ''TWO'' end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS lamp_phase_type;

-- accrete:step 3 autocommit lamp.phase: change type to Phase
ALTER TABLE lamp ALTER COLUMN phase SET DATA TYPE Phase;
