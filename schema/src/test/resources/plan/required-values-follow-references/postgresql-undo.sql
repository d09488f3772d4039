-- accrete:undo V0002 case postgresql
-- accrete:model 1:ad6d436a85ec5aa55770ebf63829cdb2
-- accrete:verdict breaking
--
-- Changes
--   song.maker    drop column   Song.maker
--   disc.note     drop column   Disc.note
--   disc.maker    drop column   Disc.maker
--   cover.maker   drop column   Cover.maker
--   album.note    drop column   Album.note
--   album.maker   drop column   Album.maker
-- Locks
--   album         ACCESS EXCLUSIVE, instant
--   cover         ACCESS EXCLUSIVE, instant
--   disc          ACCESS EXCLUSIVE, instant
--   song          ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] song.maker: the running version of the application still reads and writes the column
--   [ACC-H301] song.maker: its data is gone for good
--   [ACC-H202] disc.note: the running version of the application still reads and writes the column
--   [ACC-H301] disc.note: its data is gone for good
--   [ACC-H202] disc.maker: the running version of the application still reads and writes the column
--   [ACC-H301] disc.maker: its data is gone for good
--   [ACC-H202] cover.maker: the running version of the application still reads and writes the column
--   [ACC-H301] cover.maker: its data is gone for good
--   [ACC-H202] album.note: the running version of the application still reads and writes the column
--   [ACC-H301] album.note: its data is gone for good
--   [ACC-H202] album.maker: the running version of the application still reads and writes the column
--   [ACC-H301] album.maker: its data is gone for good
-- Data that does not come back
--   album.maker: all values
--   album.note: all values
--   cover.maker: all values
--   disc.maker: all values
--   disc.note: all values
--   song.maker: all values
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=album album.maker: drop column; album.note: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE album IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE album DROP COLUMN maker;
ALTER TABLE album DROP COLUMN note;
COMMIT;

-- accrete:step 2 transaction locks=cover cover.maker: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover DROP COLUMN maker;
COMMIT;

-- accrete:step 3 transaction locks=disc disc.maker: drop column; disc.note: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE disc IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE disc DROP COLUMN maker;
ALTER TABLE disc DROP COLUMN note;
COMMIT;

-- accrete:step 4 transaction locks=song song.maker: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE song IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE song DROP COLUMN maker;
COMMIT;
