-- accrete:undo V0002 case postgresql
-- accrete:model 1:9114b3e2f608ae6a8b5851c733d2afd8
-- accrete:verdict breaking
--
-- Changes
--   paper_extras.grade   set not null, existing rows: row_number() over (order by paper_id, note, grade) + (select coalesce(max(o.grade), 0) from paper_extras o)   PaperExtras.grade
--   paper_extras.grade   change type from varchar(255) to integer, using CASE WHEN grade <> '' AND regexp_replace(grade, '^-?[0-9]+$', '') = '' THEN CAST(grade AS integer) END   PaperExtras.grade
--   paper_extras         add unique constraint paper_extras_grade_paper_id_key (grade, paper_id)   Paper.extras
-- Locks
--   paper_extras         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] paper_extras.grade: writes of the running version that leave the column empty fail
--   [ACC-H501] paper_extras.grade: the table has no primary key to go along, so one statement fills in all rows
--   [ACC-H101] paper_extras.grade: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] paper_extras.grade: the running version of the application may write values that no longer fit
--   [ACC-H210] paper_extras.grade: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] paper_extras: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   paper_extras.grade: what the conversion of its values left out
--   paper_extras.grade: rows without a value get row_number() over (order by paper_id, note, grade) + (select coalesce(max(o.grade), 0) from paper_extras o)
-- Rows that stop this
--   paper_extras.grade: more than integer holds
--     SELECT * FROM paper_extras WHERE CASE WHEN grade <> '' AND regexp_replace(grade, '^-?[0-9]+$', '') = '' THEN CAST(grade AS numeric) NOT BETWEEN -2147483648 AND 2147483647 END;
--   paper_extras: the same values in grade, paper_id after their conversion (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=paper_extras paper_extras.grade: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper_extras IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper_extras ALTER COLUMN grade TYPE integer USING CASE WHEN grade <> '' AND regexp_replace(grade, '^-?[0-9]+$', '') = '' THEN CAST(grade AS integer) END;
COMMIT;

-- accrete:step 2 autocommit paper_extras.grade: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.paper_extras_grade_values;

CREATE TEMPORARY TABLE paper_extras_grade_values AS
    SELECT ctid AS key_1, row_number() over (order by paper_id, note, grade) + (select coalesce(max(o.grade), 0) from paper_extras o) AS found
    FROM paper_extras
    WHERE grade IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS paper_extras_grade_place ON pg_temp.paper_extras_grade_values (key_1);
UPDATE paper_extras SET grade = (SELECT v.found FROM pg_temp.paper_extras_grade_values v WHERE v.key_1 = paper_extras.ctid) WHERE grade IS NULL;
DROP TABLE IF EXISTS pg_temp.paper_extras_grade_values;
RESET statement_timeout;

-- accrete:step 3 transaction locks=paper_extras paper_extras.grade: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper_extras IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper_extras ADD CONSTRAINT paper_extras_grade_present CHECK (grade IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit paper_extras.grade: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.paper_extras_grade_values;

CREATE TEMPORARY TABLE paper_extras_grade_values AS
    SELECT ctid AS key_1, row_number() over (order by paper_id, note, grade) + (select coalesce(max(o.grade), 0) from paper_extras o) AS found
    FROM paper_extras
    WHERE grade IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS paper_extras_grade_place ON pg_temp.paper_extras_grade_values (key_1);
UPDATE paper_extras SET grade = (SELECT v.found FROM pg_temp.paper_extras_grade_values v WHERE v.key_1 = paper_extras.ctid) WHERE grade IS NULL;
DROP TABLE IF EXISTS pg_temp.paper_extras_grade_values;
RESET statement_timeout;

-- accrete:step 5 transaction paper_extras: validate paper_extras_grade_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE paper_extras VALIDATE CONSTRAINT paper_extras_grade_present;
COMMIT;

-- accrete:step 6 transaction locks=paper_extras paper_extras.grade: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper_extras IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper_extras ALTER COLUMN grade SET NOT NULL;
ALTER TABLE paper_extras DROP CONSTRAINT paper_extras_grade_present;
COMMIT;

-- accrete:step 7 autocommit index=paper_extras_grade_paper_id_key paper_extras: build index paper_extras_grade_paper_id_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY paper_extras_grade_paper_id_key ON paper_extras (grade, paper_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 8 transaction locks=paper_extras paper_extras: add unique key paper_extras_grade_paper_id_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper_extras IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper_extras ADD CONSTRAINT paper_extras_grade_paper_id_key UNIQUE USING INDEX paper_extras_grade_paper_id_key;
COMMIT;
