-- accrete:migration V0002 case h2
-- accrete:model 1:2835f1675da17aaad18e753d57efb5b0
-- accrete:verdict breaking
--
-- Changes
--   album.maker   add column varchar(50) not null, existing rows: 'nobody'   Album.maker
--   album.note    add column varchar(50), existing rows: 'none'              Album.note
--   cover.maker   add column varchar(50) not null, existing rows: coalesce((select p.maker from album p where p.id = cover.album_id), (select min(maker) from album))   Cover.maker
--   disc.maker    add column varchar(50) not null, existing rows: (select p.maker from album p where p.id = disc.album_id)   Disc.maker
--   disc.note     add column varchar(50) not null, existing rows: (select p.note from album p where p.id = disc.album_id)   Disc.note
--   song.maker    add column varchar(50) not null, existing rows: coalesce((select p.maker from album p where p.id = song.album_id), (select min(maker) from album))   Song.maker
-- Locks
--   album         EXCLUSIVE, rewrite
--   cover         EXCLUSIVE, rewrite
--   disc          EXCLUSIVE, rewrite
--   song          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] album.maker: inserts of the running version leave the new column out and fail
--   [ACC-H203] cover.maker: inserts of the running version leave the new column out and fail
--   [ACC-H203] disc.maker: inserts of the running version leave the new column out and fail
--   [ACC-H203] disc.note: inserts of the running version leave the new column out and fail
--   [ACC-H203] song.maker: inserts of the running version leave the new column out and fail
-- Rows that stop this
--   cover.maker: no value, where none is found for them (no query finds them before)
--   disc.note: no value, where none is found for them (no query finds them before)
--   song.maker: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit album.maker: add column
ALTER TABLE album ADD COLUMN maker varchar(50);
UPDATE album SET maker = 'nobody' WHERE maker IS NULL;
ALTER TABLE album ALTER COLUMN maker SET NOT NULL;

-- accrete:step 2 autocommit album.note: add column
ALTER TABLE album ADD COLUMN note varchar(50);
UPDATE album SET note = 'none' WHERE note IS NULL;

-- accrete:step 3 autocommit cover.maker: add column
ALTER TABLE cover ADD COLUMN maker varchar(50);
UPDATE cover SET maker = coalesce((select p.maker from album p where p.id = cover.album_id), (select min(maker) from album)) WHERE maker IS NULL;
ALTER TABLE cover ALTER COLUMN maker SET NOT NULL;

-- accrete:step 4 autocommit disc.maker: add column
ALTER TABLE disc ADD COLUMN maker varchar(50);
UPDATE disc SET maker = (select p.maker from album p where p.id = disc.album_id) WHERE maker IS NULL;
ALTER TABLE disc ALTER COLUMN maker SET NOT NULL;

-- accrete:step 5 autocommit disc.note: add column
ALTER TABLE disc ADD COLUMN note varchar(50);
UPDATE disc SET note = (select p.note from album p where p.id = disc.album_id) WHERE note IS NULL;
ALTER TABLE disc ALTER COLUMN note SET NOT NULL;

-- accrete:step 6 autocommit song.maker: add column
ALTER TABLE song ADD COLUMN maker varchar(50);
UPDATE song SET maker = coalesce((select p.maker from album p where p.id = song.album_id), (select min(maker) from album)) WHERE maker IS NULL;
ALTER TABLE song ALTER COLUMN maker SET NOT NULL;
