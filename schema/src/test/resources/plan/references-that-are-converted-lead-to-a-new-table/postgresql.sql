-- accrete:migration V0002 case postgresql
-- accrete:model 1:4f105cab5170258bc94a00980383576e
-- accrete:verdict breaking
--
-- Changes
--   letter            drop foreign key letter_place_id_fkey (place_id) to city                                        Letter
--   place             create table                                                                                    Place
--   place             fill with (id) select distinct cast(lpad(cast(number as varchar), 32, '0') as uuid) from mark where number is not null   Place
--   letter.place_id   change type from bigint to uuid, using cast(lpad(cast(place_id as varchar), 32, '0') as uuid)   Letter.placeId
--   letter            add foreign key letter_place_id_fkey (place_id) to place                                        Letter
--   city              keep unmapped table
-- Locks
--   city              ACCESS EXCLUSIVE, instant
--   letter            ACCESS EXCLUSIVE, instant
--   letter            SHARE UPDATE EXCLUSIVE, scan
--   place             SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] place: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H204] letter.place_id: the running version of the application may write values that no longer fit
--   [ACC-H210] letter.place_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references to rows of place, which it does not know
--   [ACC-H401] letter: no index starts with [place_id], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   letter: references to rows of place that are not there
--     SELECT * FROM (SELECT letter.*, cast(lpad(cast(place_id as varchar), 32, '0') as uuid) AS meant_1 FROM letter) c WHERE c.place_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM (SELECT cast(lpad(cast(number as varchar), 32, '0') as uuid) from mark where number is not null) p (id) WHERE p.id = c.meant_1);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=city,letter letter: drop foreign key letter_place_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city, letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter DROP CONSTRAINT letter_place_id_fkey;
COMMIT;

-- accrete:step 2 transaction create place, which nobody uses yet
BEGIN;
CREATE TABLE place (
    id uuid NOT NULL,
    CONSTRAINT place_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 3 transaction place: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO place (id) select distinct cast(lpad(cast(number as varchar), 32, '0') as uuid) from mark where number is not null;
COMMIT;

-- accrete:step 4 transaction locks=letter letter.place_id: add a column of type uuid beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD COLUMN letter_place_id_next uuid;

CREATE FUNCTION letter_place_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.letter_place_id_next := (SELECT cast(lpad(cast(place_id as varchar), 32, '0') as uuid) FROM (SELECT NEW.*) AS letter);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER letter_place_id_sync BEFORE INSERT OR UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION letter_place_id_sync();
COMMIT;

-- accrete:step 5 autocommit letter.place_id: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 letter.id%TYPE;
    high_1 letter.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM letter ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM letter WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE letter SET letter_place_id_next = cast(lpad(cast(place_id as varchar), 32, '0') as uuid) WHERE letter_place_id_next IS NULL AND place_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET letter_place_id_next = cast(lpad(cast(place_id as varchar), 32, '0') as uuid) WHERE letter_place_id_next IS NULL AND place_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 autocommit letter.place_id: gather statistics
ANALYZE letter (letter_place_id_next);

-- accrete:step 7 transaction locks=letter letter.place_id: change type to uuid
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER letter_place_id_sync ON letter;
DROP FUNCTION letter_place_id_sync();
ALTER TABLE letter DROP COLUMN place_id;
ALTER TABLE letter RENAME COLUMN letter_place_id_next TO place_id;
COMMIT;

-- accrete:step 8 transaction locks=letter,place letter: add foreign key letter_place_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter, place IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_place_id_fkey FOREIGN KEY (place_id) REFERENCES place (id) NOT VALID;
COMMIT;

-- accrete:step 9 transaction letter: validate letter_place_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE letter VALIDATE CONSTRAINT letter_place_id_fkey;
COMMIT;
