-- accrete:undo V0002 case h2
-- accrete:model 1:33e901630d9e46e5f0f1581573794a87
-- accrete:verdict breaking
--
-- Changes
--   paper.printed_on   change type from date to varchar(9), using CASE WHEN char_length(CAST(printed_on AS varchar)) <= 9 THEN CAST(printed_on AS varchar) END   Paper.printedOn
--   paper.printed      change type from boolean to char(1), using CASE WHEN printed THEN 't' WHEN NOT printed THEN 'f' END   Paper.printed
--   paper.price        change type from numeric(10,2) to varchar(3), using CASE WHEN char_length(CAST(price AS varchar)) <= 3 THEN CAST(price AS varchar) WHEN price BETWEEN -99 AND 999 AND price = floor(price) THEN CAST(CAST(price AS bigint) AS varchar) ELSE '' END   Paper.price
--   paper.pages        change type from integer to varchar(3), using CASE WHEN char_length(CAST(pages AS varchar)) <= 3 THEN CAST(pages AS varchar) END   Paper.pages
-- Locks
--   paper              EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] paper.printed_on: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.printed: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.price: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.pages: the running version of the application may write values that no longer fit
-- Data that does not come back
--   paper.pages: what the conversion of its values left out
--   paper.price: what the conversion of its values left out
--   paper.printed: what the conversion of its values left out
--   paper.printed_on: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit paper.pages: change type to varchar(3)
CREATE DOMAIN IF NOT EXISTS paper_pages_type AS varchar(3);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'PAGES')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_PAGES_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN pages SET DATA TYPE varchar(3) USING CASE WHEN char_length(CAST(pages AS varchar)) <= 3 THEN CAST(pages AS varchar) END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_pages_type;

-- accrete:step 2 autocommit paper.price: change type to varchar(3)
CREATE DOMAIN IF NOT EXISTS paper_price_type AS varchar(3);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'PRICE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_PRICE_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN price SET DATA TYPE varchar(3) USING CASE WHEN char_length(CAST(price AS varchar)) <= 3 THEN CAST(price AS varchar) WHEN price BETWEEN -99 AND 999 AND price = floor(price) THEN CAST(CAST(price AS bigint) AS varchar) ELSE '''' END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_price_type;

-- accrete:step 3 autocommit paper.printed: change type to char(1)
CREATE DOMAIN IF NOT EXISTS paper_printed_type AS char(1);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'PRINTED')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_PRINTED_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN printed SET DATA TYPE char(1) USING CASE WHEN printed THEN ''t'' WHEN NOT printed THEN ''f'' END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_printed_type;

-- accrete:step 4 autocommit paper.printed_on: change type to varchar(9)
CREATE DOMAIN IF NOT EXISTS paper_printed_on_type AS varchar(9);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'PRINTED_ON')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_PRINTED_ON_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN printed_on SET DATA TYPE varchar(9) USING CASE WHEN char_length(CAST(printed_on AS varchar)) <= 9 THEN CAST(printed_on AS varchar) END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_printed_on_type;
