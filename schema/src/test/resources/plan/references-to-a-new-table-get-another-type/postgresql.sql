-- accrete:migration V0002 case postgresql
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
--   country         SHARE ROW EXCLUSIVE, instant
--   printer         SHARE ROW EXCLUSIVE, instant
--   stamp           ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H213] country: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H213] printer: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H101] stamp.country: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] stamp.country: the running version of the application may write values that no longer fit
--   [ACC-H210] stamp.country: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] stamp.printer: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] stamp.printer: the running version of the application may write values that no longer fit
--   [ACC-H210] stamp.printer: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] stamp: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] stamp: the running version fails when it writes references to rows of country, which it does not know
--   [ACC-H401] stamp: no index starts with [country], so each delete of a referenced row reads the whole table
--   [ACC-H205] stamp: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] stamp: the running version fails when it writes references to rows of printer, which it does not know
--   [ACC-H401] stamp: no index starts with [printer], so each delete of a referenced row reads the whole table
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create country, printer, which nobody uses yet
BEGIN;
CREATE TABLE country (
    id integer NOT NULL,
    name varchar(255) NOT NULL,
    CONSTRAINT country_pkey PRIMARY KEY (id)
);

CREATE TABLE printer (
    id varchar(36) NOT NULL,
    CONSTRAINT printer_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 transaction country: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO country (id, name) select distinct cast(country as integer), '' from stamp where country is not null;
COMMIT;

-- accrete:step 3 transaction printer: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO printer (id) select distinct cast(printer as varchar(36)) from stamp where printer is not null;
COMMIT;

-- accrete:step 4 transaction locks=stamp stamp.country: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ALTER COLUMN country TYPE integer USING cast(country as integer);
COMMIT;

-- accrete:step 5 transaction locks=stamp stamp.printer: change type to varchar(36)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ALTER COLUMN printer TYPE varchar(36) USING cast(printer as varchar(36));
COMMIT;

-- accrete:step 6 transaction locks=country,stamp stamp: add foreign key stamp_country_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE country, stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ADD CONSTRAINT stamp_country_fkey FOREIGN KEY (country) REFERENCES country (id) NOT VALID;
COMMIT;

-- accrete:step 7 transaction stamp: validate stamp_country_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE stamp VALIDATE CONSTRAINT stamp_country_fkey;
COMMIT;

-- accrete:step 8 transaction locks=printer,stamp stamp: add foreign key stamp_printer_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE printer, stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ADD CONSTRAINT stamp_printer_fkey FOREIGN KEY (printer) REFERENCES printer (id) NOT VALID;
COMMIT;

-- accrete:step 9 transaction stamp: validate stamp_printer_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE stamp VALIDATE CONSTRAINT stamp_printer_fkey;
COMMIT;
