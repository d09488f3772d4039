-- accrete:undo V0002 case postgresql
-- accrete:model 1:ab0ff276edbb8c22a75f4ee2cd12b51b
-- accrete:verdict breaking
--
-- Changes
--   stamp           drop foreign key stamp_printer_fkey (printer) to printer   Stamp
--   stamp           drop foreign key stamp_country_fkey (country) to country   Stamp
--   stamp.printer   change type from varchar(36) to bigint                     Stamp.printer
--   stamp.country   change type from integer to bigint                         Stamp.country
--   printer         drop table                                                 Printer
--   country         drop table                                                 Country
-- Locks
--   country         ACCESS EXCLUSIVE, instant
--   printer         ACCESS EXCLUSIVE, instant
--   stamp           ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] stamp.printer: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] stamp.printer: the running version of the application may write values that no longer fit
--   [ACC-H210] stamp.printer: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] stamp.country: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H210] stamp.country: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] printer: the running version of the application still uses the table
--   [ACC-H301] printer: its data is gone for good
--   [ACC-H202] country: the running version of the application still uses the table
--   [ACC-H301] country: its data is gone for good
-- Data that does not come back
--   country: all rows
--   printer: all rows
--   stamp.country: what the conversion of its values left out
--   stamp.printer: what the conversion of its values left out
-- Rows that stop this
--   stamp.printer: texts that are no bigint
--     SELECT * FROM stamp WHERE printer = '' OR regexp_replace(printer, '^-?[0-9]+$', '') <> '';
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=country,stamp stamp: drop foreign key stamp_country_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE country, stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp DROP CONSTRAINT stamp_country_fkey;
COMMIT;

-- accrete:step 2 transaction locks=printer,stamp stamp: drop foreign key stamp_printer_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE printer, stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp DROP CONSTRAINT stamp_printer_fkey;
COMMIT;

-- accrete:step 3 transaction locks=stamp stamp.country: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ALTER COLUMN country TYPE bigint USING country::bigint;
COMMIT;

-- accrete:step 4 transaction locks=stamp stamp.printer: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE stamp IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stamp ALTER COLUMN printer TYPE bigint USING printer::bigint;
COMMIT;

-- accrete:step 5 transaction locks=country,printer drop country, printer
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE country, printer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE country, printer;
COMMIT;
