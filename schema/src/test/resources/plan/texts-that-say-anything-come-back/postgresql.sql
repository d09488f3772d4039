-- accrete:migration V0002 case postgresql
-- accrete:model 1:0f32353f22f4144a97cc7ad364309114
-- accrete:verdict breaking
--
-- Changes
--   paper.data     change type from json to varchar(255), using cast(data as varchar(255))       Paper.data
--   paper.letter   change type from json to char(1), using cast(letter as char(1))               Paper.letter
--   paper.mood     change type from ordinal('sad','ok') to integer                               Paper.mood
--   paper.pages    change type from array of integer to varchar(20), using ''                    Paper.pages
--   paper.seal     change type from varchar(20) to varbinary(255)                                Paper.seal
--   paper.state    change type from ordinal('new','old') to clob, using cast(state as varchar)   Paper.state
--   paper.stock    change type from varchar(20) to integer, using cast(stock as integer)         Paper.stock
--   paper.tags     change type from array of varchar(20) to varchar(20), using ''                Paper.tags
--   paper.data     set not null, existing rows: ''                                               Paper.data
--   paper          add unique constraint paper_stock_key (stock)                                 Paper
-- Locks
--   paper          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] paper.data: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.data: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] paper.letter: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.letter: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] paper.mood: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] paper.mood: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.mood: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] paper.pages: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.pages: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] paper.seal: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.seal: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] paper.state: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] paper.state: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.state: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] paper.stock: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] paper.stock: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.stock: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] paper.tags: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.tags: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H203] paper.data: writes of the running version that leave the column empty fail
--   [ACC-H205] paper: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   paper.stock: texts that are no integer
--     SELECT * FROM paper WHERE stock = '' OR regexp_replace(stock, '^-?[0-9]+$', '') <> '';
--   paper: the same values in stock after their conversion (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=paper paper.data: add a column of type varchar(255) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ADD COLUMN paper_data_next varchar(255);

CREATE FUNCTION paper_data_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_data_next := (SELECT coalesce(cast(data as varchar(255)), '') FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_data_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_data_sync();
COMMIT;

-- accrete:step 2 autocommit paper.data: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 paper.id%TYPE;
    high_1 paper.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM paper ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM paper WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE paper SET paper_data_next = coalesce(cast(data as varchar(255)), '') WHERE paper_data_next IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_data_next = coalesce(cast(data as varchar(255)), '') WHERE paper_data_next IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=paper paper.paper_data_next: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ADD CONSTRAINT paper_paper_data_next_present CHECK (paper_data_next IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 transaction paper: validate paper_paper_data_next_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE paper VALIDATE CONSTRAINT paper_paper_data_next_present;
COMMIT;

-- accrete:step 5 transaction locks=paper paper.paper_data_next: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ALTER COLUMN paper_data_next SET NOT NULL;
ALTER TABLE paper DROP CONSTRAINT paper_paper_data_next_present;
COMMIT;

-- accrete:step 6 autocommit paper.data: gather statistics
ANALYZE paper (paper_data_next);

-- accrete:step 7 transaction locks=paper paper.data: change type to varchar(255); paper.letter: add a column of type char(1) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_data_sync ON paper;
DROP FUNCTION paper_data_sync();
ALTER TABLE paper DROP COLUMN data;
ALTER TABLE paper RENAME COLUMN paper_data_next TO data;
ALTER TABLE paper ADD COLUMN paper_letter_next char(1);

CREATE FUNCTION paper_letter_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_letter_next := (SELECT cast(letter as char(1)) FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_letter_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_letter_sync();
COMMIT;

-- accrete:step 8 autocommit paper.letter: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 paper.id%TYPE;
    high_1 paper.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM paper ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM paper WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE paper SET paper_letter_next = cast(letter as char(1)) WHERE paper_letter_next IS NULL AND letter IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_letter_next = cast(letter as char(1)) WHERE paper_letter_next IS NULL AND letter IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 9 autocommit paper.letter: gather statistics
ANALYZE paper (paper_letter_next);

-- accrete:step 10 transaction locks=paper paper.letter: change type to char(1)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_letter_sync ON paper;
DROP FUNCTION paper_letter_sync();
ALTER TABLE paper DROP COLUMN letter;
ALTER TABLE paper RENAME COLUMN paper_letter_next TO letter;
COMMIT;

-- accrete:step 11 transaction locks=paper paper.mood: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE paper DROP CONSTRAINT paper_mood_check,
    ALTER COLUMN mood TYPE integer USING mood::integer;
COMMIT;

-- accrete:step 12 transaction locks=paper paper.pages: add a column of type varchar(20) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ADD COLUMN paper_pages_next varchar(20);

CREATE FUNCTION paper_pages_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_pages_next := (SELECT '' FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_pages_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_pages_sync();
COMMIT;

-- accrete:step 13 autocommit paper.pages: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 paper.id%TYPE;
    high_1 paper.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM paper ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM paper WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE paper SET paper_pages_next = '' WHERE paper_pages_next IS NULL AND pages IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_pages_next = '' WHERE paper_pages_next IS NULL AND pages IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 14 autocommit paper.pages: gather statistics
ANALYZE paper (paper_pages_next);

-- accrete:step 15 transaction locks=paper paper.pages: change type to varchar(20); paper.seal: add a column of type bytea beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_pages_sync ON paper;
DROP FUNCTION paper_pages_sync();
ALTER TABLE paper DROP COLUMN pages;
ALTER TABLE paper RENAME COLUMN paper_pages_next TO pages;
ALTER TABLE paper ADD COLUMN paper_seal_next bytea;

CREATE FUNCTION paper_seal_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_seal_next := (SELECT convert_to(seal::text, 'UTF8') FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_seal_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_seal_sync();
COMMIT;

-- accrete:step 16 autocommit paper.seal: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 paper.id%TYPE;
    high_1 paper.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM paper ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM paper WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE paper SET paper_seal_next = convert_to(seal::text, 'UTF8') WHERE paper_seal_next IS NULL AND seal IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_seal_next = convert_to(seal::text, 'UTF8') WHERE paper_seal_next IS NULL AND seal IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 17 autocommit paper.seal: gather statistics
ANALYZE paper (paper_seal_next);

-- accrete:step 18 transaction locks=paper paper.seal: change type to bytea
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_seal_sync ON paper;
DROP FUNCTION paper_seal_sync();
ALTER TABLE paper DROP COLUMN seal;
ALTER TABLE paper RENAME COLUMN paper_seal_next TO seal;
COMMIT;

-- accrete:step 19 transaction locks=paper paper.state: change type to oid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE paper DROP CONSTRAINT paper_state_check,
    ALTER COLUMN state TYPE oid USING lo_from_bytea(0, convert_to(cast(state as varchar), 'UTF8'));
COMMIT;

-- accrete:step 20 transaction locks=paper paper.stock: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ALTER COLUMN stock TYPE integer USING cast(stock as integer);
COMMIT;

-- accrete:step 21 transaction locks=paper paper.tags: add a column of type varchar(20) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ADD COLUMN paper_tags_next varchar(20);

CREATE FUNCTION paper_tags_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_tags_next := (SELECT '' FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_tags_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_tags_sync();
COMMIT;

-- accrete:step 22 autocommit paper.tags: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 paper.id%TYPE;
    high_1 paper.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM paper ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM paper WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE paper SET paper_tags_next = '' WHERE paper_tags_next IS NULL AND tags IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_tags_next = '' WHERE paper_tags_next IS NULL AND tags IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 23 autocommit paper.tags: gather statistics
ANALYZE paper (paper_tags_next);

-- accrete:step 24 transaction locks=paper paper.tags: change type to varchar(20)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_tags_sync ON paper;
DROP FUNCTION paper_tags_sync();
ALTER TABLE paper DROP COLUMN tags;
ALTER TABLE paper RENAME COLUMN paper_tags_next TO tags;
COMMIT;

-- accrete:step 25 autocommit index=paper_stock_key paper: build index paper_stock_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY paper_stock_key ON paper (stock);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 26 transaction locks=paper paper: add unique key paper_stock_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ADD CONSTRAINT paper_stock_key UNIQUE USING INDEX paper_stock_key;
COMMIT;
