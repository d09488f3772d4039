-- accrete:undo V0002 case postgresql
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   person   drop table                                       Person
--   former   add unique constraint person_email_key (email)
--   former   add index person_phone_idx (phone)
-- Locks
--   former   ACCESS EXCLUSIVE, instant
--   former   SHARE UPDATE EXCLUSIVE, scan
--   person   ACCESS EXCLUSIVE, instant
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
SET statement_timeout = 0;
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS person_phone_idx;
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 2 transaction locks=person person: drop unique key person_email_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person DROP CONSTRAINT person_email_key;
COMMIT;

-- accrete:step 3 autocommit index=person_email_key former: build index person_email_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY person_email_key ON former (email);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 4 transaction locks=former former: add unique key person_email_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE former IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE former ADD CONSTRAINT person_email_key UNIQUE USING INDEX person_email_key;
COMMIT;

-- accrete:step 5 autocommit index=person_phone_idx former: build index person_phone_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY person_phone_idx ON former (phone);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 6 transaction locks=person drop person
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE person;
COMMIT;
