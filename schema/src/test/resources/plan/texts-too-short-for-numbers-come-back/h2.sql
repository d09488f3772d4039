-- accrete:migration V0002 case h2
-- accrete:model 1:163b553b706d9d4c2bdebc574c4991b0
-- accrete:verdict breaking
--
-- Changes
--   paper.pages        change type from varchar(3) to integer, using cast(pages as integer) * 1000        Paper.pages
--   paper.price        change type from varchar(3) to numeric(10,2), using cast(price as numeric(10,2))   Paper.price
--   paper.printed      change type from char(1) to boolean, using printed = '2'                           Paper.printed
--   paper.printed_on   change type from varchar(9) to date, using null                                    Paper.printedOn
-- Locks
--   paper              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] paper.pages: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.price: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.printed: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.printed_on: the running version of the application may write values that no longer fit
-- Rows that stop this
--   paper.pages: texts that are no integer (no query finds them before)
--   paper.price: texts that are no numeric(10,2)
--     SELECT * FROM paper WHERE price = '' OR regexp_replace(price, '^-?[0-9]+([.][0-9]+)?$', '') <> '';
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit paper.pages: change type to integer
CREATE DOMAIN IF NOT EXISTS paper_pages_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'PAGES')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_PAGES_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN pages SET DATA TYPE integer USING cast(pages as integer) * 1000'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_pages_type;

-- accrete:step 2 autocommit paper.price: change type to numeric(10,2)
CREATE DOMAIN IF NOT EXISTS paper_price_type AS numeric(10,2);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'PRICE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_PRICE_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN price SET DATA TYPE numeric(10,2) USING cast(price as numeric(10,2))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_price_type;

-- accrete:step 3 autocommit paper.printed: change type to boolean
CREATE DOMAIN IF NOT EXISTS paper_printed_type AS boolean;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'PRINTED')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_PRINTED_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN printed SET DATA TYPE boolean USING printed = ''2'''
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_printed_type;

-- accrete:step 4 autocommit paper.printed_on: change type to date
CREATE DOMAIN IF NOT EXISTS paper_printed_on_type AS date;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'PRINTED_ON')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_PRINTED_ON_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN printed_on SET DATA TYPE date USING null'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_printed_on_type;
