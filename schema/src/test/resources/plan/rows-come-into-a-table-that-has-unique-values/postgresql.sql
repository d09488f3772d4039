-- accrete:migration V0002 case postgresql
-- accrete:model 1:547d8797d2cffacff7916975eafc19bf
-- accrete:verdict breaking
--
-- Changes
--   post     fill with (id, number) select id + 1000, number + 1000 from letter   Post
--   post     add unique constraint post_number_key (number)                       Post
--   letter   keep unmapped table
-- Locks
--   post     ACCESS EXCLUSIVE, instant
--   post     SHARE UPDATE EXCLUSIVE, scan
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

-- accrete:step 1 autocommit index=post_number_key post: build index post_number_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY post_number_key ON post (number);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 2 transaction locks=post post: add unique key post_number_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE post IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE post ADD CONSTRAINT post_number_key UNIQUE USING INDEX post_number_key;
COMMIT;

-- accrete:step 3 transaction post: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO post (id, number) select id + 1000, number + 1000 from letter;
COMMIT;
