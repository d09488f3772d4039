-- accrete:migration V0002 case postgresql
-- accrete:model 1:d3b8e026a3d28cd4d2b236b4032ce3d9
-- accrete:verdict breaking
--
-- Changes
--   paper_extras         drop unique constraint paper_extras_grade_paper_id_key (grade, paper_id)   Paper.extras
--   paper_extras.grade   change type from integer to varchar(255)                                   PaperExtras.grade
--   paper_extras.grade   drop not null                                                              PaperExtras.grade
-- Locks
--   paper_extras         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] paper_extras.grade: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] paper_extras.grade: the running version of the application may write values that no longer fit
--   [ACC-H210] paper_extras.grade: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=paper_extras paper_extras: drop unique key paper_extras_grade_paper_id_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper_extras IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper_extras DROP CONSTRAINT paper_extras_grade_paper_id_key;
COMMIT;

-- accrete:step 2 transaction locks=paper_extras paper_extras.grade: change type to varchar(255)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper_extras IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE paper_extras ALTER COLUMN grade TYPE varchar(255) USING grade::varchar(255),
    ALTER COLUMN grade DROP NOT NULL;
COMMIT;
