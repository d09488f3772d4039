-- accrete:migration V0002 case h2
-- accrete:model 1:d3b8e026a3d28cd4d2b236b4032ce3d9
-- accrete:verdict breaking
--
-- Changes
--   paper_extras         drop unique constraint paper_extras_grade_paper_id_key (grade, paper_id)   Paper.extras
--   paper_extras.grade   change type from integer to varchar(255)                                   PaperExtras.grade
--   paper_extras.grade   drop not null                                                              PaperExtras.grade
-- Locks
--   paper_extras         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] paper_extras.grade: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit paper_extras: drop unique key paper_extras_grade_paper_id_key
ALTER TABLE paper_extras DROP CONSTRAINT IF EXISTS paper_extras_grade_paper_id_key;

-- accrete:step 2 autocommit paper_extras.grade: change type to varchar(255)
ALTER TABLE paper_extras ALTER COLUMN grade DROP NOT NULL;
ALTER TABLE paper_extras ALTER COLUMN grade SET DATA TYPE varchar(255);
