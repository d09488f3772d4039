-- accrete:undo V0002 case h2
-- accrete:model 1:f51c73875eb6e8b29f92f560555c79d4
-- accrete:verdict breaking
--
-- Changes
--   lamp.phase   change check to [phase in ('ONE','TWO','THREE')]                            Lamp.phase
--   lamp.phase   change type from type Phase to varchar(255), using CAST(phase AS varchar)   Lamp.phase
--   Phase        drop type
-- Locks
--   lamp         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] lamp.phase: the running version of the application may write values that no longer fit
-- Data that does not come back
--   lamp.phase: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit lamp.phase: convert values
CREATE DOMAIN IF NOT EXISTS lamp_phase_type AS varchar;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LAMP' AND column_name = 'PHASE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LAMP_PHASE_TYPE')
    THEN 'ALTER TABLE lamp ALTER COLUMN phase SET DATA TYPE varchar USING CAST(phase AS varchar)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS lamp_phase_type;

-- accrete:step 2 autocommit lamp.phase: change type to varchar(255)
ALTER TABLE lamp ALTER COLUMN phase SET DATA TYPE varchar(255);
ALTER TABLE lamp ADD CONSTRAINT lamp_phase_check CHECK (phase in ('ONE','TWO','THREE'));

-- accrete:step 3 autocommit drop Phase
DROP DOMAIN IF EXISTS Phase;
