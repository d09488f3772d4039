-- accrete:migration V0002 case h2
-- accrete:model 1:4acba95daa779859222e17bdfbca2487
-- accrete:verdict breaking
--
-- Changes
--   line.amount   add column integer not null, existing rows: price * 2               Line.amount
--   line.price    change type from varchar(20) to integer, using char_length(price)   Line.price
-- Locks
--   line          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] line.amount: inserts of the running version leave the new column out and fail
--   [ACC-H204] line.price: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit line.price: change type to integer
CREATE DOMAIN IF NOT EXISTS line_price_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LINE' AND column_name = 'PRICE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LINE_PRICE_TYPE')
    THEN 'ALTER TABLE line ALTER COLUMN price SET DATA TYPE integer USING char_length(price)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS line_price_type;

-- accrete:step 2 autocommit line.amount: add column
ALTER TABLE line ADD COLUMN amount integer;
UPDATE line SET amount = price * 2 WHERE amount IS NULL;
ALTER TABLE line ALTER COLUMN amount SET NOT NULL;
