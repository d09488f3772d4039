-- accrete:migration V0002 case h2
-- accrete:model 1:7edc8bcdb5846a1cf3f900dd7d9c2982
-- accrete:verdict breaking
--
-- Changes
--   country         create table                                                                                       Country
--   printer         create table                                                                                       Printer
--   country         fill with (id, name) select distinct cast(country as integer), '' from stamp where country is not null   Country
--   printer         fill with (id) select distinct cast(printer as varchar(36)) from stamp where printer is not null   Printer
--   stamp.country   change type from bigint to integer, using cast(country as integer)                                 Stamp.country
--   stamp.printer   change type from bigint to varchar(36), using cast(printer as varchar(36))                         Stamp.printer
--   stamp           add foreign key stamp_country_fkey (country) to country                                            Stamp
--   stamp           add foreign key stamp_printer_fkey (printer) to printer                                            Stamp
-- Locks
--   stamp           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H213] country: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H213] printer: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H204] stamp.country: the running version of the application may write values that no longer fit
--   [ACC-H204] stamp.printer: the running version of the application may write values that no longer fit
--   [ACC-H205] stamp: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] stamp: the running version fails when it writes references to rows of country, which it does not know
--   [ACC-H205] stamp: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] stamp: the running version fails when it writes references to rows of printer, which it does not know
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit create country, printer
CREATE TABLE country (
    id integer NOT NULL,
    name varchar(255) NOT NULL,
    CONSTRAINT country_pkey PRIMARY KEY (id)
);

CREATE TABLE printer (
    id varchar(36) NOT NULL,
    CONSTRAINT printer_pkey PRIMARY KEY (id)
);

-- accrete:step 2 transaction country: take over rows
BEGIN;
INSERT INTO country (id, name) select distinct cast(country as integer), '' from stamp where country is not null;
COMMIT;

-- accrete:step 3 transaction printer: take over rows
BEGIN;
INSERT INTO printer (id) select distinct cast(printer as varchar(36)) from stamp where printer is not null;
COMMIT;

-- accrete:step 4 autocommit stamp.country: change type to integer
CREATE DOMAIN IF NOT EXISTS stamp_country_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'STAMP' AND column_name = 'COUNTRY')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'STAMP_COUNTRY_TYPE')
    THEN 'ALTER TABLE stamp ALTER COLUMN country SET DATA TYPE integer USING cast(country as integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS stamp_country_type;

-- accrete:step 5 autocommit stamp.printer: change type to varchar(36)
CREATE DOMAIN IF NOT EXISTS stamp_printer_type AS varchar(36);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'STAMP' AND column_name = 'PRINTER')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'STAMP_PRINTER_TYPE')
    THEN 'ALTER TABLE stamp ALTER COLUMN printer SET DATA TYPE varchar(36) USING cast(printer as varchar(36))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS stamp_printer_type;

-- accrete:step 6 autocommit stamp: add foreign key stamp_country_fkey
ALTER TABLE stamp ADD CONSTRAINT stamp_country_fkey FOREIGN KEY (country) REFERENCES country (id);

-- accrete:step 7 autocommit stamp: add foreign key stamp_printer_fkey
ALTER TABLE stamp ADD CONSTRAINT stamp_printer_fkey FOREIGN KEY (printer) REFERENCES printer (id);
