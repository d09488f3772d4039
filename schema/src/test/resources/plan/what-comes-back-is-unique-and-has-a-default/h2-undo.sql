-- accrete:undo V0002 case h2
-- accrete:model 1:fd58c20ac909cde25617eb14d562fbca
-- accrete:verdict breaking
--
-- Changes
--   line.flag_nr   add column integer not null default 0, existing rows: id                    Line
--   line.code      add column varchar(60) default 'none', existing rows: CAST(id AS varchar)   Line
--   line           add unique constraint line_flag_nr_key (flag_nr)                            Line
--   line           add unique constraint line_code_key (code)                                  Line
-- Locks
--   line           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] line.flag_nr: inserts of the running version leave the new column to its default, which is to be unique, and the second one fails
--   [ACC-H203] line.code: inserts of the running version leave the new column to its default, which is to be unique, and the second one fails
--   [ACC-H205] line: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] line: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   line.code: the values that were dropped
--   line.flag_nr: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit line.code: add column
ALTER TABLE line ADD COLUMN code varchar(60);
ALTER TABLE line ALTER COLUMN code SET DEFAULT 'none';
UPDATE line SET code = CAST(id AS varchar) WHERE code IS NULL;

-- accrete:step 2 autocommit line.flag_nr: add column
ALTER TABLE line ADD COLUMN flag_nr integer;
ALTER TABLE line ALTER COLUMN flag_nr SET DEFAULT 0;
UPDATE line SET flag_nr = id WHERE flag_nr IS NULL;
ALTER TABLE line ALTER COLUMN flag_nr SET NOT NULL;

-- accrete:step 3 autocommit line: add unique key line_code_key
ALTER TABLE line ADD CONSTRAINT line_code_key UNIQUE (code);

-- accrete:step 4 autocommit line: add unique key line_flag_nr_key
ALTER TABLE line ADD CONSTRAINT line_flag_nr_key UNIQUE (flag_nr);
