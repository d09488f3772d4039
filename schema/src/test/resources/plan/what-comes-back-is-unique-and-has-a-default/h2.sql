-- accrete:migration V0002 case h2
-- accrete:model 1:0aac2613be5f3e469d512c32a434f3a6
-- accrete:verdict breaking
--
-- Changes
--   line           drop unique constraint line_code_key (code)         Line
--   line           drop unique constraint line_flag_nr_key (flag_nr)   Line
--   line.code      drop column                                         Line
--   line.flag_nr   drop column                                         Line
-- Locks
--   line           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] line.code: the running version of the application still reads and writes the column
--   [ACC-H301] line.code: its data is gone for good
--   [ACC-H202] line.flag_nr: the running version of the application still reads and writes the column
--   [ACC-H301] line.flag_nr: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit line: drop unique key line_code_key
ALTER TABLE line DROP CONSTRAINT IF EXISTS line_code_key;

-- accrete:step 2 autocommit line: drop unique key line_flag_nr_key
ALTER TABLE line DROP CONSTRAINT IF EXISTS line_flag_nr_key;

-- accrete:step 3 autocommit line.code: drop column
ALTER TABLE line DROP COLUMN IF EXISTS code;

-- accrete:step 4 autocommit line.flag_nr: drop column
ALTER TABLE line DROP COLUMN IF EXISTS flag_nr;
