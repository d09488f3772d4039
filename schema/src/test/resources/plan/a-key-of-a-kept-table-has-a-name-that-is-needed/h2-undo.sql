-- accrete:undo V0002 case h2
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   person   drop table                                       Person
--   former   add unique constraint person_email_key (email)
--   former   add index person_phone_idx (phone)
-- Locks
--   former   EXCLUSIVE, scan
--   person   EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] person: the running version of the application still uses the table
--   [ACC-H301] person: its data is gone for good
--   [ACC-H205] former: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   person: all rows
-- Rows that stop this
--   former: the same values in email
--     SELECT email, count(*) FROM former WHERE email IS NOT NULL GROUP BY email HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit person: drop index person_phone_idx
DROP INDEX IF EXISTS person_phone_idx;

-- accrete:step 2 autocommit person: drop unique key person_email_key
ALTER TABLE person DROP CONSTRAINT IF EXISTS person_email_key;

-- accrete:step 3 autocommit former: add unique key person_email_key
ALTER TABLE former ADD CONSTRAINT person_email_key UNIQUE (email);

-- accrete:step 4 autocommit former: build index person_phone_idx
CREATE INDEX person_phone_idx ON former (phone);

-- accrete:step 5 autocommit drop person
DROP TABLE IF EXISTS person;
