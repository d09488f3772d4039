-- accrete:undo V0002 case h2
-- accrete:model 1:77dca767cb38cf305de5bd1815f584c1
-- accrete:verdict breaking
--
-- Changes
--   users.fax   drop column                         Users.fax
--   visit       drop table                          Visit
--   users_seq   drop sequence
--   "visit"     add primary key visit_pkey ("id")
-- Locks
--   "visit"     EXCLUSIVE, scan
--   users       EXCLUSIVE, rewrite
--   visit       EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] users.fax: the running version of the application still reads and writes the column
--   [ACC-H301] users.fax: its data is gone for good
--   [ACC-H202] visit: the running version of the application still uses the table
--   [ACC-H301] visit: its data is gone for good
--   [ACC-H202] users_seq: the running version of the application still takes ids from the sequence
-- Data that does not come back
--   visit: all rows
--   users.fax: all values
-- Rows that stop this
--   "visit": the same values in "id"
--     SELECT "id", count(*) FROM "visit" GROUP BY "id" HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit visit: drop primary key visit_pkey
ALTER TABLE visit DROP CONSTRAINT IF EXISTS visit_pkey;

-- accrete:step 2 autocommit "visit": add primary key
ALTER TABLE "visit" ADD CONSTRAINT visit_pkey PRIMARY KEY ("id");

-- accrete:step 3 autocommit users.fax: drop column
ALTER TABLE users DROP COLUMN IF EXISTS fax;

-- accrete:step 4 autocommit drop users_seq, visit
DROP TABLE IF EXISTS visit;
DROP SEQUENCE IF EXISTS users_seq;
