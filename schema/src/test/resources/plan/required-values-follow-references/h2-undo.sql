-- accrete:undo V0002 case h2
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
--   album         EXCLUSIVE, rewrite
--   cover         EXCLUSIVE, rewrite
--   disc          EXCLUSIVE, rewrite
--   song          EXCLUSIVE, rewrite
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

-- accrete:step 1 autocommit album.maker: drop column
ALTER TABLE album DROP COLUMN IF EXISTS maker;

-- accrete:step 2 autocommit album.note: drop column
ALTER TABLE album DROP COLUMN IF EXISTS note;

-- accrete:step 3 autocommit cover.maker: drop column
ALTER TABLE cover DROP COLUMN IF EXISTS maker;

-- accrete:step 4 autocommit disc.maker: drop column
ALTER TABLE disc DROP COLUMN IF EXISTS maker;

-- accrete:step 5 autocommit disc.note: drop column
ALTER TABLE disc DROP COLUMN IF EXISTS note;

-- accrete:step 6 autocommit song.maker: drop column
ALTER TABLE song DROP COLUMN IF EXISTS maker;
