-- accrete:migration V0002 case postgresql
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
--   album         ACCESS EXCLUSIVE, instant
--   cover         ACCESS EXCLUSIVE, instant
--   cover         SHARE UPDATE EXCLUSIVE, scan
--   disc          ACCESS EXCLUSIVE, instant
--   disc          SHARE UPDATE EXCLUSIVE, scan
--   song          ACCESS EXCLUSIVE, instant
--   song          SHARE UPDATE EXCLUSIVE, scan
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

-- accrete:step 1 transaction locks=album album.maker: add column; album.note: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE album IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE album ADD COLUMN maker varchar(50) DEFAULT 'nobody' NOT NULL;
ALTER TABLE album ALTER COLUMN maker DROP DEFAULT;
ALTER TABLE album ADD COLUMN note varchar(50) DEFAULT 'none';
ALTER TABLE album ALTER COLUMN note DROP DEFAULT;
COMMIT;

-- accrete:step 2 transaction locks=cover cover.maker: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover ADD COLUMN maker varchar(50);
COMMIT;

-- accrete:step 3 autocommit cover.maker: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 cover.id%TYPE;
    high_1 cover.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM cover ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM cover WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE cover SET maker = coalesce((select p.maker from album p where p.id = cover.album_id), (select min(maker) from album)) WHERE maker IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE cover SET maker = coalesce((select p.maker from album p where p.id = cover.album_id), (select min(maker) from album)) WHERE maker IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 4 transaction locks=cover cover.maker: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover ADD CONSTRAINT cover_maker_present CHECK (maker IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit cover.maker: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 cover.id%TYPE;
    high_1 cover.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM cover ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM cover WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE cover SET maker = coalesce((select p.maker from album p where p.id = cover.album_id), (select min(maker) from album)) WHERE maker IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE cover SET maker = coalesce((select p.maker from album p where p.id = cover.album_id), (select min(maker) from album)) WHERE maker IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 6 transaction cover: validate cover_maker_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE cover VALIDATE CONSTRAINT cover_maker_present;
COMMIT;

-- accrete:step 7 transaction locks=cover cover.maker: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE cover IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE cover ALTER COLUMN maker SET NOT NULL;
ALTER TABLE cover DROP CONSTRAINT cover_maker_present;
COMMIT;

-- accrete:step 8 transaction locks=disc disc.maker: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE disc IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE disc ADD COLUMN maker varchar(50);
COMMIT;

-- accrete:step 9 autocommit disc.maker: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 disc.id%TYPE;
    high_1 disc.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM disc ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM disc WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE disc SET maker = (select p.maker from album p where p.id = disc.album_id) WHERE maker IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE disc SET maker = (select p.maker from album p where p.id = disc.album_id) WHERE maker IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 10 transaction locks=disc disc.maker: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE disc IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE disc ADD CONSTRAINT disc_maker_present CHECK (maker IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 11 autocommit disc.maker: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 disc.id%TYPE;
    high_1 disc.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM disc ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM disc WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE disc SET maker = (select p.maker from album p where p.id = disc.album_id) WHERE maker IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE disc SET maker = (select p.maker from album p where p.id = disc.album_id) WHERE maker IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 12 transaction disc: validate disc_maker_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE disc VALIDATE CONSTRAINT disc_maker_present;
COMMIT;

-- accrete:step 13 transaction locks=disc disc.maker: set not null; disc.note: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE disc IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE disc ALTER COLUMN maker SET NOT NULL;
ALTER TABLE disc DROP CONSTRAINT disc_maker_present;
ALTER TABLE disc ADD COLUMN note varchar(50);
COMMIT;

-- accrete:step 14 autocommit disc.note: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 disc.id%TYPE;
    high_1 disc.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM disc ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM disc WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE disc SET note = (select p.note from album p where p.id = disc.album_id) WHERE note IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE disc SET note = (select p.note from album p where p.id = disc.album_id) WHERE note IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 15 transaction locks=disc disc.note: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE disc IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE disc ADD CONSTRAINT disc_note_present CHECK (note IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 16 autocommit disc.note: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 disc.id%TYPE;
    high_1 disc.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM disc ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM disc WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE disc SET note = (select p.note from album p where p.id = disc.album_id) WHERE note IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE disc SET note = (select p.note from album p where p.id = disc.album_id) WHERE note IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 17 transaction disc: validate disc_note_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE disc VALIDATE CONSTRAINT disc_note_present;
COMMIT;

-- accrete:step 18 transaction locks=disc disc.note: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE disc IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE disc ALTER COLUMN note SET NOT NULL;
ALTER TABLE disc DROP CONSTRAINT disc_note_present;
COMMIT;

-- accrete:step 19 transaction locks=song song.maker: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE song IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE song ADD COLUMN maker varchar(50);
COMMIT;

-- accrete:step 20 autocommit song.maker: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 song.id%TYPE;
    high_1 song.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM song ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM song WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE song SET maker = coalesce((select p.maker from album p where p.id = song.album_id), (select min(maker) from album)) WHERE maker IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE song SET maker = coalesce((select p.maker from album p where p.id = song.album_id), (select min(maker) from album)) WHERE maker IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 21 transaction locks=song song.maker: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE song IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE song ADD CONSTRAINT song_maker_present CHECK (maker IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 22 autocommit song.maker: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 song.id%TYPE;
    high_1 song.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM song ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM song WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE song SET maker = coalesce((select p.maker from album p where p.id = song.album_id), (select min(maker) from album)) WHERE maker IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE song SET maker = coalesce((select p.maker from album p where p.id = song.album_id), (select min(maker) from album)) WHERE maker IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 23 transaction song: validate song_maker_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE song VALIDATE CONSTRAINT song_maker_present;
COMMIT;

-- accrete:step 24 transaction locks=song song.maker: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE song IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE song ALTER COLUMN maker SET NOT NULL;
ALTER TABLE song DROP CONSTRAINT song_maker_present;
COMMIT;
