-- accrete:undo V0002 case postgresql
-- accrete:model 1:b99f05deb0748e85fab41b613fe1b986
-- accrete:verdict compatible
--
-- Changes
--   post   take out the rows of SELECT id FROM (select id + 1000, number + 1000 from letter) taken(id, number)   Post
--   post   drop unique constraint post_number_key (number)                                                       Post
-- Locks
--   post   ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   post: rows that were taken over (SELECT id FROM (select id + 1000, number + 1000 from letter) taken(id, number)), with what has changed in them since
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit post: take out rows that were taken over
SET statement_timeout = 0;
DELETE FROM post WHERE id IN (SELECT id FROM (select id + 1000, number + 1000 from letter) taken(id, number));
RESET statement_timeout;

-- accrete:step 2 transaction locks=post post: drop unique key post_number_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE post IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE post DROP CONSTRAINT post_number_key;
COMMIT;
