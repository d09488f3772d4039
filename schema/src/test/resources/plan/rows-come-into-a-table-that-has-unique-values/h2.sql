-- accrete:migration V0002 case h2
-- accrete:model 1:547d8797d2cffacff7916975eafc19bf
-- accrete:verdict breaking
--
-- Changes
--   post     fill with (id, number) select id + 1000, number + 1000 from letter   Post
--   post     add unique constraint post_number_key (number)                       Post
--   letter   keep unmapped table
-- Locks
--   post     EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] post: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H205] post: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   post: the same id in rows that it takes over and in rows that it has
--     SELECT id, count(*) FROM (SELECT id FROM post UNION ALL SELECT id FROM (select id + 1000, number + 1000 from letter) taken(id, number)) found GROUP BY id HAVING count(*) > 1;
--   post: the same number in rows that it takes over and in rows that it has
--     SELECT number, count(*) FROM (SELECT number FROM post UNION ALL SELECT number FROM (select id + 1000, number + 1000 from letter) taken(id, number)) found WHERE number IS NOT NULL GROUP BY number HAVING count(*) > 1;
--   post: the same values in number
--     SELECT number, count(*) FROM post WHERE number IS NOT NULL GROUP BY number HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit post: add unique key post_number_key
ALTER TABLE post ADD CONSTRAINT post_number_key UNIQUE (number);

-- accrete:step 2 transaction post: take over rows
BEGIN;
INSERT INTO post (id, number) select id + 1000, number + 1000 from letter;
COMMIT;
