-- accrete:migration V0002 case postgresql
-- accrete:model 1:547d8797d2cffacff7916975eafc19bf
-- accrete:verdict breaking
--
-- Changes
--   post.number   rename column from grams                                                  Post.number
--   post.number   change type from numeric(9,2) to integer, using cast(number as integer)   Post.number
--   post          add unique constraint post_number_key (number)                            Post
-- Locks
--   post          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H201] post.number: the running version of the application looks for the old name
--   [ACC-H101] post.number: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] post.number: the running version of the application may write values that no longer fit
--   [ACC-H210] post.number: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] post: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   post: the same values in grams after their conversion
--     SELECT grams, count(*) FROM (SELECT cast(grams as integer) AS grams FROM post) found WHERE grams IS NOT NULL GROUP BY grams HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=post post.grams: rename to number
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE post IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE post RENAME COLUMN grams TO number;
COMMIT;

-- accrete:step 2 transaction locks=post post.number: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE post IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE post ALTER COLUMN number TYPE integer USING cast(number as integer);
COMMIT;

-- accrete:step 3 autocommit index=post_number_key post: build index post_number_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY post_number_key ON post (number);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 4 transaction locks=post post: add unique key post_number_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE post IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE post ADD CONSTRAINT post_number_key UNIQUE USING INDEX post_number_key;
COMMIT;
