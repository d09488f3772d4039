-- accrete:undo V0002 case h2
-- accrete:model 1:89d8a7a268c28b06a354a90ef0290633
-- accrete:verdict breaking
--
-- Changes
--   post          drop unique constraint post_number_key (number)   Post
--   post.number   change type from integer to numeric(9,2)          Post.number
--   post.grams    rename column from number                         Post
-- Locks
--   post          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] post.number: the running version of the application may write values that no longer fit
--   [ACC-H201] post.grams: the running version of the application looks for the old name
-- Data that does not come back
--   post.number: what the conversion of its values left out
-- Rows that stop this
--   post.number: more than numeric(9,2) holds
--     SELECT * FROM post WHERE abs(number) >= 10000000;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit post: drop unique key post_number_key
ALTER TABLE post DROP CONSTRAINT IF EXISTS post_number_key;

-- accrete:step 2 autocommit post.number: change type to numeric(9,2)
ALTER TABLE post ALTER COLUMN number SET DATA TYPE numeric(9,2);

-- accrete:step 3 autocommit post.number: rename to grams
ALTER TABLE IF EXISTS post ALTER COLUMN IF EXISTS number RENAME TO grams;
