-- accrete:migration V0002 case postgresql
-- accrete:model 1:0aac2613be5f3e469d512c32a434f3a6
-- accrete:verdict breaking
--
-- Changes
--   line           drop unique constraint line_code_key (code)         Line
--   line           drop unique constraint line_flag_nr_key (flag_nr)   Line
--   line.code      drop column                                         Line
--   line.flag_nr   drop column                                         Line
-- Locks
--   line           ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] line.code: the running version of the application still reads and writes the column
--   [ACC-H301] line.code: its data is gone for good
--   [ACC-H202] line.flag_nr: the running version of the application still reads and writes the column
--   [ACC-H301] line.flag_nr: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=line line: drop unique key line_code_key; line: drop unique key line_flag_nr_key; line.code: drop column; line.flag_nr: drop column
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE line IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE line DROP CONSTRAINT line_code_key;
ALTER TABLE line DROP CONSTRAINT line_flag_nr_key;
ALTER TABLE line DROP COLUMN code;
ALTER TABLE line DROP COLUMN flag_nr;
