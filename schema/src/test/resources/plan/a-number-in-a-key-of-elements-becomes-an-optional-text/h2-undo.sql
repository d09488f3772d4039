-- accrete:undo V0002 case h2
-- accrete:model 1:9114b3e2f608ae6a8b5851c733d2afd8
-- accrete:verdict breaking
--
-- Changes
--   paper_extras.grade   set not null, existing rows: row_number() over (order by paper_id, note, grade) + (select coalesce(max(o.grade), 0) from paper_extras o)   PaperExtras.grade
--   paper_extras.grade   change type from varchar(255) to integer, using CASE WHEN grade <> '' AND regexp_replace(grade, '^-?[0-9]+$', '') = '' THEN CAST(grade AS integer) END   PaperExtras.grade
--   paper_extras         add unique constraint paper_extras_grade_paper_id_key (grade, paper_id)   Paper.extras
-- Locks
--   paper_extras         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] paper_extras.grade: writes of the running version that leave the column empty fail
--   [ACC-H501] paper_extras.grade: the table has no primary key to go along, so one statement fills in all rows
--   [ACC-H204] paper_extras.grade: the running version of the application may write values that no longer fit
--   [ACC-H205] paper_extras: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   paper_extras.grade: what the conversion of its values left out
--   paper_extras.grade: rows without a value get row_number() over (order by paper_id, note, grade) + (select coalesce(max(o.grade), 0) from paper_extras o)
-- Rows that stop this
--   paper_extras.grade: more than integer holds
--     SELECT * FROM paper_extras WHERE CASE WHEN grade <> '' AND regexp_replace(grade, '^-?[0-9]+$', '') = '' THEN CAST(grade AS numeric) NOT BETWEEN -2147483648 AND 2147483647 END;
--   paper_extras: the same values in grade, paper_id after their conversion (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit paper_extras.grade: change type to integer
CREATE DOMAIN IF NOT EXISTS paper_extras_grade_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER_EXTRAS' AND column_name = 'GRADE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_EXTRAS_GRADE_TYPE')
    THEN 'ALTER TABLE paper_extras ALTER COLUMN grade SET DATA TYPE integer USING CASE WHEN grade <> '''' AND regexp_replace(grade, ''^-?[0-9]+$'', '''') = '''' THEN CAST(grade AS integer) END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_extras_grade_type;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS paper_extras_grade_values AS
    SELECT _ROWID_ AS key_1, row_number() over (order by paper_id, note, grade) + (select coalesce(max(o.grade), 0) from paper_extras o) AS found
    FROM paper_extras
    WHERE grade IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS paper_extras_grade_place ON paper_extras_grade_values (key_1);
UPDATE paper_extras SET grade = (SELECT v.found FROM paper_extras_grade_values v WHERE v.key_1 = paper_extras._ROWID_) WHERE grade IS NULL;
DROP TABLE IF EXISTS paper_extras_grade_values;
ALTER TABLE paper_extras ALTER COLUMN grade SET NOT NULL;

-- accrete:step 2 autocommit paper_extras: add unique key paper_extras_grade_paper_id_key
ALTER TABLE paper_extras ADD CONSTRAINT paper_extras_grade_paper_id_key UNIQUE (grade, paper_id);
