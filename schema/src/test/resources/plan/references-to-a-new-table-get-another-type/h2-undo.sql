-- accrete:undo V0002 case h2
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
--   stamp           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] stamp.printer: the running version of the application may write values that no longer fit
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

-- accrete:step 1 autocommit stamp: drop foreign key stamp_country_fkey
ALTER TABLE stamp DROP CONSTRAINT IF EXISTS stamp_country_fkey;

-- accrete:step 2 autocommit stamp: drop foreign key stamp_printer_fkey
ALTER TABLE stamp DROP CONSTRAINT IF EXISTS stamp_printer_fkey;

-- accrete:step 3 autocommit stamp.country: change type to bigint
ALTER TABLE stamp ALTER COLUMN country SET DATA TYPE bigint;

-- accrete:step 4 autocommit stamp.printer: change type to bigint
ALTER TABLE stamp ALTER COLUMN printer SET DATA TYPE bigint;

-- accrete:step 5 autocommit drop country, printer
DROP TABLE IF EXISTS country;
DROP TABLE IF EXISTS printer;
