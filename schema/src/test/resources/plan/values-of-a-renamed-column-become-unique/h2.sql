-- accrete:migration V0002 case h2
-- accrete:model 1:547d8797d2cffacff7916975eafc19bf
-- accrete:verdict breaking
--
-- Changes
--   post.number   rename column from grams                                                  Post.number
--   post.number   change type from numeric(9,2) to integer, using cast(number as integer)   Post.number
--   post          add unique constraint post_number_key (number)                            Post
-- Locks
--   post          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H201] post.number: the running version of the application looks for the old name
--   [ACC-H204] post.number: the running version of the application may write values that no longer fit
--   [ACC-H205] post: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   post: the same values in grams after their conversion
--     SELECT grams, count(*) FROM (SELECT cast(grams as integer) AS grams FROM post) found WHERE grams IS NOT NULL GROUP BY grams HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit post.grams: rename to number
ALTER TABLE IF EXISTS post ALTER COLUMN IF EXISTS grams RENAME TO number;

-- accrete:step 2 autocommit post.number: change type to integer
CREATE DOMAIN IF NOT EXISTS post_number_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'POST' AND column_name = 'NUMBER')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'POST_NUMBER_TYPE')
    THEN 'ALTER TABLE post ALTER COLUMN number SET DATA TYPE integer USING cast(number as integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS post_number_type;

-- accrete:step 3 autocommit post: add unique key post_number_key
ALTER TABLE post ADD CONSTRAINT post_number_key UNIQUE (number);
