-- accrete:undo V0002 case postgresql
-- accrete:model 1:89d8a7a268c28b06a354a90ef0290633
-- accrete:verdict breaking
--
-- Changes
--   post          drop unique constraint post_number_key (number)   Post
--   post.number   change type from integer to numeric(9,2)          Post.number
--   post.grams    rename column from number                         Post
-- Locks
--   post          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] post.number: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] post.number: the running version of the application may write values that no longer fit
--   [ACC-H210] post.number: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H201] post.grams: the running version of the application looks for the old name
-- Data that does not come back
--   post.number: what the conversion of its values left out
-- Rows that stop this
--   post.number: more than numeric(9,2) holds
--     SELECT * FROM post WHERE abs(number) >= 10000000;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=post post: drop unique key post_number_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE post IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE post DROP CONSTRAINT post_number_key;
COMMIT;

-- accrete:step 2 transaction locks=post post.number: change type to numeric(9,2)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE post IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE post ALTER COLUMN number TYPE numeric(9,2) USING number::numeric(9,2);
COMMIT;

-- accrete:step 3 transaction locks=post post.number: rename to grams
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE post IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE post RENAME COLUMN number TO grams;
COMMIT;
