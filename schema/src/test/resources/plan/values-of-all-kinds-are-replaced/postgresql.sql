-- accrete:migration V0002 case postgresql
-- accrete:model 1:da70837dca3aaed42e5d7282b560919b
-- accrete:verdict breaking
--
-- Changes
--   letter             drop foreign key letter_amount_id_fkey (amount_id) to amount_old                            Letter
--   letter             drop foreign key letter_code_id_fkey (code_id) to code_old                                  Letter
--   letter             drop foreign key letter_day_id_fkey (day_id) to day_old                                     Letter
--   letter             drop foreign key letter_hour_id_fkey (hour_id) to hour_old                                  Letter
--   letter             drop foreign key letter_letter_id_fkey (letter_id) to letter_old                            Letter
--   letter             drop foreign key letter_minute_id_fkey (minute_id) to minute_old                            Letter
--   letter             drop foreign key letter_share_id_fkey (share_id) to share_old                               Letter
--   letter.amount_id   replace values, using (select min(p.id) from amount_new p where p.id >= letter.amount_id)   Letter.amountId
--   letter.code_id     replace values, using (select min(p.id) from code_new p where p.id >= letter.code_id)       Letter.codeId
--   letter.day_id      replace values, using (select min(p.id) from day_new p where p.id >= letter.day_id)         Letter.dayId
--   letter.hour_id     replace values, using (select min(p.id) from hour_new p where p.id >= letter.hour_id)       Letter.hourId
--   letter.letter_id   replace values, using (select min(p.id) from letter_new p where p.id >= letter.letter_id)   Letter.letterId
--   letter.minute_id   replace values, using (select min(p.id) from minute_new p where p.id >= letter.minute_id)   Letter.minuteId
--   letter.share_id    replace values, using (select min(p.id) from share_new p where p.id >= letter.share_id)     Letter.shareId
--   letter.sort        replace values, using case when sort in ('p') then 'l' else sort end                        Letter.sort
--   letter.sort        change check to [sort in ('l','c')]                                                         Letter.sort
--   letter             add foreign key letter_amount_id_fkey (amount_id) to amount_new                             Letter
--   letter             add foreign key letter_code_id_fkey (code_id) to code_new                                   Letter
--   letter             add foreign key letter_day_id_fkey (day_id) to day_new                                      Letter
--   letter             add foreign key letter_hour_id_fkey (hour_id) to hour_new                                   Letter
--   letter             add foreign key letter_letter_id_fkey (letter_id) to letter_new                             Letter
--   letter             add foreign key letter_minute_id_fkey (minute_id) to minute_new                             Letter
--   letter             add foreign key letter_share_id_fkey (share_id) to share_new                                Letter
-- Locks
--   amount_new         SHARE ROW EXCLUSIVE, instant
--   amount_old         ACCESS EXCLUSIVE, instant
--   code_new           SHARE ROW EXCLUSIVE, instant
--   code_old           ACCESS EXCLUSIVE, instant
--   day_new            SHARE ROW EXCLUSIVE, instant
--   day_old            ACCESS EXCLUSIVE, instant
--   hour_new           SHARE ROW EXCLUSIVE, instant
--   hour_old           ACCESS EXCLUSIVE, instant
--   letter             ACCESS EXCLUSIVE, instant
--   letter             SHARE UPDATE EXCLUSIVE, scan
--   letter_new         SHARE ROW EXCLUSIVE, instant
--   letter_old         ACCESS EXCLUSIVE, instant
--   minute_new         SHARE ROW EXCLUSIVE, instant
--   minute_old         ACCESS EXCLUSIVE, instant
--   share_new          SHARE ROW EXCLUSIVE, instant
--   share_old          ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H204] letter.day_id: the running version of the application may write values that no longer fit
--   [ACC-H204] letter.sort: the running version of the application may write values that no longer fit
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references, which are to rows of amount_old, not of amount_new
--   [ACC-H401] letter: no index starts with [amount_id], so each delete of a referenced row reads the whole table
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references, which are to rows of code_old, not of code_new
--   [ACC-H401] letter: no index starts with [code_id], so each delete of a referenced row reads the whole table
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references, which are to rows of day_old, not of day_new
--   [ACC-H401] letter: no index starts with [day_id], so each delete of a referenced row reads the whole table
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references, which are to rows of hour_old, not of hour_new
--   [ACC-H401] letter: no index starts with [hour_id], so each delete of a referenced row reads the whole table
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references, which are to rows of letter_old, not of letter_new
--   [ACC-H401] letter: no index starts with [letter_id], so each delete of a referenced row reads the whole table
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references, which are to rows of minute_old, not of minute_new
--   [ACC-H401] letter: no index starts with [minute_id], so each delete of a referenced row reads the whole table
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references, which are to rows of share_old, not of share_new
--   [ACC-H401] letter: no index starts with [share_id], so each delete of a referenced row reads the whole table
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=amount_old,letter letter: drop foreign key letter_amount_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE amount_old, letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter DROP CONSTRAINT letter_amount_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=code_old,letter letter: drop foreign key letter_code_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE code_old, letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter DROP CONSTRAINT letter_code_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=day_old,letter letter: drop foreign key letter_day_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE day_old, letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter DROP CONSTRAINT letter_day_id_fkey;
COMMIT;

-- accrete:step 4 transaction locks=hour_old,letter letter: drop foreign key letter_hour_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hour_old, letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter DROP CONSTRAINT letter_hour_id_fkey;
COMMIT;

-- accrete:step 5 transaction locks=letter,letter_old letter: drop foreign key letter_letter_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter, letter_old IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter DROP CONSTRAINT letter_letter_id_fkey;
COMMIT;

-- accrete:step 6 transaction locks=letter,minute_old letter: drop foreign key letter_minute_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter, minute_old IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter DROP CONSTRAINT letter_minute_id_fkey;
COMMIT;

-- accrete:step 7 transaction locks=letter,share_old letter: drop foreign key letter_share_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter, share_old IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter DROP CONSTRAINT letter_share_id_fkey;
COMMIT;

-- accrete:step 8 transaction locks=letter letter.amount_id: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD COLUMN letter_amount_id_next numeric(10,2);

CREATE FUNCTION letter_amount_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.amount_id IS NOT DISTINCT FROM OLD.amount_id THEN
        RETURN NEW;
    END IF;
    NEW.letter_amount_id_next := (SELECT (select min(p.id) from amount_new p where p.id >= letter.amount_id) FROM (SELECT NEW.*) AS letter);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER letter_amount_id_sync BEFORE INSERT OR UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION letter_amount_id_sync();
COMMIT;

-- accrete:step 9 autocommit letter.amount_id: convert rows that exist
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
                UPDATE letter SET letter_amount_id_next = (select min(p.id) from amount_new p where p.id >= letter.amount_id) WHERE letter_amount_id_next IS NULL AND amount_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET letter_amount_id_next = (select min(p.id) from amount_new p where p.id >= letter.amount_id) WHERE letter_amount_id_next IS NULL AND amount_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 10 autocommit letter.amount_id: gather statistics
ANALYZE letter (letter_amount_id_next);

-- accrete:step 11 transaction locks=letter letter.amount_id: replace its values; letter.code_id: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER letter_amount_id_sync ON letter;
DROP FUNCTION letter_amount_id_sync();
ALTER TABLE letter DROP COLUMN amount_id;
ALTER TABLE letter RENAME COLUMN letter_amount_id_next TO amount_id;
ALTER TABLE letter ADD COLUMN letter_code_id_next bytea;

CREATE FUNCTION letter_code_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.letter_code_id_next := (SELECT (select min(p.id) from code_new p where p.id >= letter.code_id) FROM (SELECT NEW.*) AS letter);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER letter_code_id_sync BEFORE INSERT OR UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION letter_code_id_sync();
COMMIT;

-- accrete:step 12 autocommit letter.code_id: convert rows that exist
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
                UPDATE letter SET letter_code_id_next = (select min(p.id) from code_new p where p.id >= letter.code_id) WHERE letter_code_id_next IS NULL AND code_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET letter_code_id_next = (select min(p.id) from code_new p where p.id >= letter.code_id) WHERE letter_code_id_next IS NULL AND code_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 13 autocommit letter.code_id: gather statistics
ANALYZE letter (letter_code_id_next);

-- accrete:step 14 transaction locks=letter letter.code_id: replace its values; letter.day_id: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER letter_code_id_sync ON letter;
DROP FUNCTION letter_code_id_sync();
ALTER TABLE letter DROP COLUMN code_id;
ALTER TABLE letter RENAME COLUMN letter_code_id_next TO code_id;
ALTER TABLE letter ADD COLUMN letter_day_id_next date;

CREATE FUNCTION letter_day_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.day_id IS NOT DISTINCT FROM OLD.day_id THEN
        RETURN NEW;
    END IF;
    NEW.letter_day_id_next := (SELECT (select min(p.id) from day_new p where p.id >= letter.day_id) FROM (SELECT NEW.*) AS letter);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER letter_day_id_sync BEFORE INSERT OR UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION letter_day_id_sync();
COMMIT;

-- accrete:step 15 autocommit letter.day_id: convert rows that exist
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
                UPDATE letter SET letter_day_id_next = (select min(p.id) from day_new p where p.id >= letter.day_id) WHERE letter_day_id_next IS NULL AND day_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET letter_day_id_next = (select min(p.id) from day_new p where p.id >= letter.day_id) WHERE letter_day_id_next IS NULL AND day_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 16 autocommit letter.day_id: gather statistics
ANALYZE letter (letter_day_id_next);

-- accrete:step 17 transaction locks=letter letter.day_id: replace its values; letter.hour_id: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER letter_day_id_sync ON letter;
DROP FUNCTION letter_day_id_sync();
ALTER TABLE letter DROP COLUMN day_id;
ALTER TABLE letter RENAME COLUMN letter_day_id_next TO day_id;
ALTER TABLE letter ADD COLUMN letter_hour_id_next time(6);

CREATE FUNCTION letter_hour_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.hour_id IS NOT DISTINCT FROM OLD.hour_id THEN
        RETURN NEW;
    END IF;
    NEW.letter_hour_id_next := (SELECT (select min(p.id) from hour_new p where p.id >= letter.hour_id) FROM (SELECT NEW.*) AS letter);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER letter_hour_id_sync BEFORE INSERT OR UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION letter_hour_id_sync();
COMMIT;

-- accrete:step 18 autocommit letter.hour_id: convert rows that exist
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
                UPDATE letter SET letter_hour_id_next = (select min(p.id) from hour_new p where p.id >= letter.hour_id) WHERE letter_hour_id_next IS NULL AND hour_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET letter_hour_id_next = (select min(p.id) from hour_new p where p.id >= letter.hour_id) WHERE letter_hour_id_next IS NULL AND hour_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 19 autocommit letter.hour_id: gather statistics
ANALYZE letter (letter_hour_id_next);

-- accrete:step 20 transaction locks=letter letter.hour_id: replace its values; letter.letter_id: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER letter_hour_id_sync ON letter;
DROP FUNCTION letter_hour_id_sync();
ALTER TABLE letter DROP COLUMN hour_id;
ALTER TABLE letter RENAME COLUMN letter_hour_id_next TO hour_id;
ALTER TABLE letter ADD COLUMN letter_letter_id_next char(2);

CREATE FUNCTION letter_letter_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.letter_id IS NOT DISTINCT FROM OLD.letter_id THEN
        RETURN NEW;
    END IF;
    NEW.letter_letter_id_next := (SELECT (select min(p.id) from letter_new p where p.id >= letter.letter_id) FROM (SELECT NEW.*) AS letter);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER letter_letter_id_sync BEFORE INSERT OR UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION letter_letter_id_sync();
COMMIT;

-- accrete:step 21 autocommit letter.letter_id: convert rows that exist
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
                UPDATE letter SET letter_letter_id_next = (select min(p.id) from letter_new p where p.id >= letter.letter_id) WHERE letter_letter_id_next IS NULL AND letter_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET letter_letter_id_next = (select min(p.id) from letter_new p where p.id >= letter.letter_id) WHERE letter_letter_id_next IS NULL AND letter_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 22 autocommit letter.letter_id: gather statistics
ANALYZE letter (letter_letter_id_next);

-- accrete:step 23 transaction locks=letter letter.letter_id: replace its values; letter.minute_id: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER letter_letter_id_sync ON letter;
DROP FUNCTION letter_letter_id_sync();
ALTER TABLE letter DROP COLUMN letter_id;
ALTER TABLE letter RENAME COLUMN letter_letter_id_next TO letter_id;
ALTER TABLE letter ADD COLUMN letter_minute_id_next timestamp(6);

CREATE FUNCTION letter_minute_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.minute_id IS NOT DISTINCT FROM OLD.minute_id THEN
        RETURN NEW;
    END IF;
    NEW.letter_minute_id_next := (SELECT (select min(p.id) from minute_new p where p.id >= letter.minute_id) FROM (SELECT NEW.*) AS letter);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER letter_minute_id_sync BEFORE INSERT OR UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION letter_minute_id_sync();
COMMIT;

-- accrete:step 24 autocommit letter.minute_id: convert rows that exist
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
                UPDATE letter SET letter_minute_id_next = (select min(p.id) from minute_new p where p.id >= letter.minute_id) WHERE letter_minute_id_next IS NULL AND minute_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET letter_minute_id_next = (select min(p.id) from minute_new p where p.id >= letter.minute_id) WHERE letter_minute_id_next IS NULL AND minute_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 25 autocommit letter.minute_id: gather statistics
ANALYZE letter (letter_minute_id_next);

-- accrete:step 26 transaction locks=letter letter.minute_id: replace its values; letter.share_id: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER letter_minute_id_sync ON letter;
DROP FUNCTION letter_minute_id_sync();
ALTER TABLE letter DROP COLUMN minute_id;
ALTER TABLE letter RENAME COLUMN letter_minute_id_next TO minute_id;
ALTER TABLE letter ADD COLUMN letter_share_id_next double precision;

CREATE FUNCTION letter_share_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.share_id IS NOT DISTINCT FROM OLD.share_id THEN
        RETURN NEW;
    END IF;
    NEW.letter_share_id_next := (SELECT (select min(p.id) from share_new p where p.id >= letter.share_id) FROM (SELECT NEW.*) AS letter);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER letter_share_id_sync BEFORE INSERT OR UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION letter_share_id_sync();
COMMIT;

-- accrete:step 27 autocommit letter.share_id: convert rows that exist
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
                UPDATE letter SET letter_share_id_next = (select min(p.id) from share_new p where p.id >= letter.share_id) WHERE letter_share_id_next IS NULL AND share_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET letter_share_id_next = (select min(p.id) from share_new p where p.id >= letter.share_id) WHERE letter_share_id_next IS NULL AND share_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 28 autocommit letter.share_id: gather statistics
ANALYZE letter (letter_share_id_next);

-- accrete:step 29 transaction locks=letter letter.share_id: replace its values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER letter_share_id_sync ON letter;
DROP FUNCTION letter_share_id_sync();
ALTER TABLE letter DROP COLUMN share_id;
ALTER TABLE letter RENAME COLUMN letter_share_id_next TO share_id;
COMMIT;

-- accrete:step 30 autocommit letter.sort: convert rows that exist
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
                UPDATE letter SET sort = case when sort in ('p') then 'l' else sort end WHERE sort NOT IN ('l','c') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET sort = case when sort in ('p') then 'l' else sort end WHERE sort NOT IN ('l','c') AND id >= low_1 AND id < high_1;
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

-- accrete:step 31 transaction locks=letter letter.sort: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE letter DROP CONSTRAINT letter_sort_check,
    ADD CONSTRAINT letter_sort_check CHECK (sort in ('l','c')) NOT VALID;
COMMIT;

-- accrete:step 32 autocommit letter.sort: convert rows written meanwhile
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
                UPDATE letter SET sort = case when sort in ('p') then 'l' else sort end WHERE sort NOT IN ('l','c') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET sort = case when sort in ('p') then 'l' else sort end WHERE sort NOT IN ('l','c') AND id >= low_1 AND id < high_1;
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

-- accrete:step 33 transaction letter: validate letter_sort_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE letter VALIDATE CONSTRAINT letter_sort_check;
COMMIT;

-- accrete:step 34 transaction locks=amount_new,letter letter: add foreign key letter_amount_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE amount_new, letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_amount_id_fkey FOREIGN KEY (amount_id) REFERENCES amount_new (id) NOT VALID;
COMMIT;

-- accrete:step 35 transaction letter: validate letter_amount_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE letter VALIDATE CONSTRAINT letter_amount_id_fkey;
COMMIT;

-- accrete:step 36 transaction locks=code_new,letter letter: add foreign key letter_code_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE code_new, letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_code_id_fkey FOREIGN KEY (code_id) REFERENCES code_new (id) NOT VALID;
COMMIT;

-- accrete:step 37 transaction letter: validate letter_code_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE letter VALIDATE CONSTRAINT letter_code_id_fkey;
COMMIT;

-- accrete:step 38 transaction locks=day_new,letter letter: add foreign key letter_day_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE day_new, letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_day_id_fkey FOREIGN KEY (day_id) REFERENCES day_new (id) NOT VALID;
COMMIT;

-- accrete:step 39 transaction letter: validate letter_day_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE letter VALIDATE CONSTRAINT letter_day_id_fkey;
COMMIT;

-- accrete:step 40 transaction locks=hour_new,letter letter: add foreign key letter_hour_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE hour_new, letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_hour_id_fkey FOREIGN KEY (hour_id) REFERENCES hour_new (id) NOT VALID;
COMMIT;

-- accrete:step 41 transaction letter: validate letter_hour_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE letter VALIDATE CONSTRAINT letter_hour_id_fkey;
COMMIT;

-- accrete:step 42 transaction locks=letter,letter_new letter: add foreign key letter_letter_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter, letter_new IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter_new (id) NOT VALID;
COMMIT;

-- accrete:step 43 transaction letter: validate letter_letter_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE letter VALIDATE CONSTRAINT letter_letter_id_fkey;
COMMIT;

-- accrete:step 44 transaction locks=letter,minute_new letter: add foreign key letter_minute_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter, minute_new IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_minute_id_fkey FOREIGN KEY (minute_id) REFERENCES minute_new (id) NOT VALID;
COMMIT;

-- accrete:step 45 transaction letter: validate letter_minute_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE letter VALIDATE CONSTRAINT letter_minute_id_fkey;
COMMIT;

-- accrete:step 46 transaction locks=letter,share_new letter: add foreign key letter_share_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter, share_new IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_share_id_fkey FOREIGN KEY (share_id) REFERENCES share_new (id) NOT VALID;
COMMIT;

-- accrete:step 47 transaction letter: validate letter_share_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE letter VALIDATE CONSTRAINT letter_share_id_fkey;
COMMIT;
