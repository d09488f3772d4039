-- accrete:migration V0002 case postgresql
-- accrete:model 1:4069e806871b06dde39d9e036cef9f89
-- accrete:verdict compatible
--
-- Changes
--   track.pos   add column integer                    Track.pos
--   track.pos   number the rows of each list from 0   Track.pos
-- Locks
--   track       ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction locks=track track.pos: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE track IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE track ADD COLUMN pos integer;
COMMIT;

-- accrete:step 2 autocommit track.pos: number rows
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 track.id%TYPE;
    high_1 track.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM track ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM track WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE track SET pos = 0 + (SELECT count(*) FROM track o WHERE o.album_id = track.album_id AND o.id < track.id) WHERE pos IS NULL AND album_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE track SET pos = 0 + (SELECT count(*) FROM track o WHERE o.album_id = track.album_id AND o.id < track.id) WHERE pos IS NULL AND album_id IS NOT NULL AND id >= low_1 AND id < high_1;
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
