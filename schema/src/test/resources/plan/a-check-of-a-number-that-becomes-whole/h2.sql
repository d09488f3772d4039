-- accrete:migration V0002 case h2
-- accrete:model 1:6c417be855c55d989b02291b00b52a7d
-- accrete:verdict breaking
--
-- Changes
--   line.amount   change type from numeric(38,2) to integer, using cast(amount as integer)   Line.amount
-- Locks
--   line          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] line.amount: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit line: drop check line_amount_positive
ALTER TABLE line DROP CONSTRAINT IF EXISTS line_amount_positive;

-- accrete:step 2 autocommit line.amount: change type to integer
CREATE DOMAIN IF NOT EXISTS line_amount_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LINE' AND column_name = 'AMOUNT')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LINE_AMOUNT_TYPE')
    THEN 'ALTER TABLE line ALTER COLUMN amount SET DATA TYPE integer USING cast(amount as integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS line_amount_type;

-- accrete:step 3 autocommit line: add check line_amount_positive
ALTER TABLE line ADD CONSTRAINT line_amount_positive CHECK (amount >= 0);
