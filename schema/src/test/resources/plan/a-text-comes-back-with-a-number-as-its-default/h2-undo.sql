-- accrete:undo V0002 case h2
-- accrete:model 1:4a4a89cfaf77c98be24e4d68b228b6ea
-- accrete:verdict breaking
--
-- Changes
--   line.amount   set not null, existing rows: 2 * 21   Line.amount
--   line.amount   set default 2 * 21                    Line.amount
--   line.amount   change type from numeric(38,2) to varchar(20), using CASE WHEN char_length(CAST(amount AS varchar)) <= 20 THEN CAST(amount AS varchar) WHEN amount BETWEEN -99999999999999999 AND 999999999999999999 AND amount = floor(amount) THEN CAST(CAST(amount AS bigint) AS varchar) END   Line.amount
-- Locks
--   line          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] line.amount: writes of the running version that leave the column empty fail
--   [ACC-H204] line.amount: the running version of the application may write values that no longer fit
-- Data that does not come back
--   line.amount: what the conversion of its values left out
--   line.amount: rows without a value get 2 * 21
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit line.amount: change type to varchar(20)
CREATE DOMAIN IF NOT EXISTS line_amount_type AS varchar(20);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LINE' AND column_name = 'AMOUNT')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LINE_AMOUNT_TYPE')
    THEN 'ALTER TABLE line ALTER COLUMN amount SET DATA TYPE varchar(20) USING CASE WHEN char_length(CAST(amount AS varchar)) <= 20 THEN CAST(amount AS varchar) WHEN amount BETWEEN -99999999999999999 AND 999999999999999999 AND amount = floor(amount) THEN CAST(CAST(amount AS bigint) AS varchar) END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS line_amount_type;
ALTER TABLE line ALTER COLUMN amount SET DEFAULT 2 * 21;
UPDATE line SET amount = 2 * 21 WHERE amount IS NULL;
ALTER TABLE line ALTER COLUMN amount SET NOT NULL;
