-- accrete:undo V0002 case postgresql
-- accrete:model 1:3c02aa9955d11c47941e04f2cbac6b90
-- accrete:verdict breaking
--
-- Changes
--   users_tags.pos   add column integer                                Users.tags
--   users_tags.pos   number the rows of each list from 0               Users.tags
--   users_tags.pos   set not null                                      Users.tags
--   users_tags       add primary key users_tags_pkey (users_id, pos)   Users.tags
-- Locks
--   users_tags       ACCESS EXCLUSIVE, instant
--   users_tags       SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H501] users_tags.pos: one statement numbers all rows: it takes a primary key to go along, and an index that starts with [users_id]
--   [ACC-H203] users_tags.pos: writes of the running version that leave the column empty fail
-- Data that does not come back
--   users_tags.pos: the values that were dropped, in whose place rows are numbered
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=users_tags users_tags.pos: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users_tags IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE users_tags ADD COLUMN pos integer,
    ADD CONSTRAINT users_tags_pos_check CHECK (pos>=0) NOT VALID;
COMMIT;

-- accrete:step 2 transaction users_tags: validate users_tags_pos_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users_tags VALIDATE CONSTRAINT users_tags_pos_check;
COMMIT;

-- accrete:step 3 autocommit users_tags.pos: number rows
SET statement_timeout = 0;

UPDATE users_tags SET pos = numbered.position FROM (SELECT ctid AS place, 0 - 1 + row_number() OVER (PARTITION BY users_id ORDER BY pos, ctid) AS position FROM users_tags WHERE users_id IS NOT NULL) numbered
    WHERE users_tags.ctid = numbered.place AND users_tags.pos IS DISTINCT FROM numbered.position;

RESET statement_timeout;

-- accrete:step 4 transaction locks=users_tags users_tags.pos: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users_tags IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users_tags ADD CONSTRAINT users_tags_pos_present CHECK (pos IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 transaction users_tags: validate users_tags_pos_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE users_tags VALIDATE CONSTRAINT users_tags_pos_present;
COMMIT;

-- accrete:step 6 transaction locks=users_tags users_tags.pos: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users_tags IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users_tags ALTER COLUMN pos SET NOT NULL;
ALTER TABLE users_tags DROP CONSTRAINT users_tags_pos_present;
COMMIT;

-- accrete:step 7 autocommit index=users_tags_pkey users_tags: build index users_tags_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY users_tags_pkey ON users_tags (users_id, pos);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 8 transaction locks=users_tags users_tags: add primary key users_tags_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users_tags IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users_tags ADD CONSTRAINT users_tags_pkey PRIMARY KEY USING INDEX users_tags_pkey;
COMMIT;
