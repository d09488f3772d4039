-- accrete:undo V0002 case postgresql
-- accrete:model 1:b737ae51956ab3b9df189cab9e26c8c6
-- accrete:verdict breaking
--
-- Changes
--   paper          drop unique constraint paper_stock_key (stock)                                    Paper
--   paper.data     drop not null                                                                     Paper.data
--   paper.tags     change type from varchar(20) to array of varchar(20), using CASE WHEN tags IS NOT NULL THEN ARRAY[tags] END   Paper.tags
--   paper.stock    change type from integer to varchar(20)                                           Paper.stock
--   paper.state    change type from clob to ordinal('new','old'), using CASE CAST(convert_from(lo_get(state), 'UTF8') AS varchar) WHEN 'new' THEN 0 WHEN 'old' THEN 1 WHEN '0' THEN 0 WHEN '1' THEN 1 END   Paper.state
--   paper.seal     change type from varbinary(255) to varchar(20), using substring(CAST(convert_from(seal, 'UTF8') AS varchar) from 1 for 20)   Paper.seal
--   paper.pages    change type from varchar(20) to array of integer, using CAST(NULL AS integer[])   Paper.pages
--   paper.mood     change type from integer to ordinal('sad','ok'), using CASE WHEN mood BETWEEN 0 AND 1 THEN CAST(mood AS smallint) END   Paper.mood
--   paper.letter   change type from char(1) to json, using CASE WHEN letter LIKE '{%}' OR letter LIKE '[%]' OR letter LIKE '"%"' OR letter <> '' AND regexp_replace(letter, '^(-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?|true|false|null)$', '') = '' THEN CAST(letter AS jsonb) END   Paper.letter
--   paper.data     change type from varchar(255) to json, using CASE WHEN data LIKE '{%}' OR data LIKE '[%]' OR data LIKE '"%"' OR data <> '' AND regexp_replace(data, '^(-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?|true|false|null)$', '') = '' THEN CAST(data AS jsonb) END   Paper.data
-- Locks
--   paper          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] paper.tags: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.tags: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] paper.stock: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] paper.stock: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.stock: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] paper.state: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] paper.state: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.state: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] paper.seal: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.seal: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] paper.pages: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.pages: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] paper.mood: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] paper.mood: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.mood: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] paper.letter: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.letter: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] paper.data: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.data: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   paper.data: what the conversion of its values left out
--   paper.letter: what the conversion of its values left out
--   paper.mood: what the conversion of its values left out
--   paper.pages: what the conversion of its values left out
--   paper.seal: what the conversion of its values left out
--   paper.state: what the conversion of its values left out
--   paper.stock: what the conversion of its values left out
--   paper.tags: what the conversion of its values left out
-- Rows that stop this
--   paper.seal: bytes that are no text (no query finds them before)
--   paper.letter: texts that are no jsonb (no query finds them before)
--   paper.data: texts that are no jsonb (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=paper paper: drop unique key paper_stock_key; paper.data: add a column of type jsonb beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper DROP CONSTRAINT paper_stock_key;
ALTER TABLE paper ADD COLUMN paper_data_next jsonb;

CREATE FUNCTION paper_data_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_data_next := (SELECT CASE WHEN data LIKE '{%}' OR data LIKE '[%]' OR data LIKE '"%"' OR data <> '' AND regexp_replace(data, '^(-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?|true|false|null)$', '') = '' THEN CAST(data AS jsonb) END FROM (SELECT NEW.*) AS paper);
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
                UPDATE paper SET paper_data_next = CASE WHEN data LIKE '{%}' OR data LIKE '[%]' OR data LIKE '"%"' OR data <> '' AND regexp_replace(data, '^(-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?|true|false|null)$', '') = '' THEN CAST(data AS jsonb) END WHERE paper_data_next IS NULL AND data IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_data_next = CASE WHEN data LIKE '{%}' OR data LIKE '[%]' OR data LIKE '"%"' OR data <> '' AND regexp_replace(data, '^(-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?|true|false|null)$', '') = '' THEN CAST(data AS jsonb) END WHERE paper_data_next IS NULL AND data IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit paper.data: gather statistics
ANALYZE paper (paper_data_next);

-- accrete:step 4 transaction locks=paper paper.data: change type to jsonb; paper.letter: add a column of type jsonb beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_data_sync ON paper;
DROP FUNCTION paper_data_sync();
ALTER TABLE paper DROP COLUMN data;
ALTER TABLE paper RENAME COLUMN paper_data_next TO data;
ALTER TABLE paper ADD COLUMN paper_letter_next jsonb;

CREATE FUNCTION paper_letter_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_letter_next := (SELECT CASE WHEN letter LIKE '{%}' OR letter LIKE '[%]' OR letter LIKE '"%"' OR letter <> '' AND regexp_replace(letter, '^(-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?|true|false|null)$', '') = '' THEN CAST(letter AS jsonb) END FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_letter_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_letter_sync();
COMMIT;

-- accrete:step 5 autocommit paper.letter: convert rows that exist
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
                UPDATE paper SET paper_letter_next = CASE WHEN letter LIKE '{%}' OR letter LIKE '[%]' OR letter LIKE '"%"' OR letter <> '' AND regexp_replace(letter, '^(-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?|true|false|null)$', '') = '' THEN CAST(letter AS jsonb) END WHERE paper_letter_next IS NULL AND letter IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_letter_next = CASE WHEN letter LIKE '{%}' OR letter LIKE '[%]' OR letter LIKE '"%"' OR letter <> '' AND regexp_replace(letter, '^(-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?|true|false|null)$', '') = '' THEN CAST(letter AS jsonb) END WHERE paper_letter_next IS NULL AND letter IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 autocommit paper.letter: gather statistics
ANALYZE paper (paper_letter_next);

-- accrete:step 7 transaction locks=paper paper.letter: change type to jsonb
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

-- accrete:step 8 transaction locks=paper paper.mood: change type to smallint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE paper ALTER COLUMN mood TYPE smallint USING CASE WHEN mood BETWEEN 0 AND 1 THEN CAST(mood AS smallint) END,
    ADD CONSTRAINT paper_mood_check CHECK (mood between 0 and 1) NOT VALID;
COMMIT;

-- accrete:step 9 transaction paper: validate paper_mood_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE paper VALIDATE CONSTRAINT paper_mood_check;
COMMIT;

-- accrete:step 10 transaction locks=paper paper.pages: add a column of type integer[] beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ADD COLUMN paper_pages_next integer[];

CREATE FUNCTION paper_pages_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_pages_next := (SELECT CAST(NULL AS integer[]) FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_pages_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_pages_sync();
COMMIT;

-- accrete:step 11 autocommit paper.pages: convert rows that exist
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
                UPDATE paper SET paper_pages_next = CAST(NULL AS integer[]) WHERE paper_pages_next IS NULL AND pages IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_pages_next = CAST(NULL AS integer[]) WHERE paper_pages_next IS NULL AND pages IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 12 autocommit paper.pages: gather statistics
ANALYZE paper (paper_pages_next);

-- accrete:step 13 transaction locks=paper paper.pages: change type to integer[]; paper.seal: add a column of type varchar(20) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_pages_sync ON paper;
DROP FUNCTION paper_pages_sync();
ALTER TABLE paper DROP COLUMN pages;
ALTER TABLE paper RENAME COLUMN paper_pages_next TO pages;
ALTER TABLE paper ADD COLUMN paper_seal_next varchar(20);

CREATE FUNCTION paper_seal_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_seal_next := (SELECT substring(CAST(convert_from(seal, 'UTF8') AS varchar) from 1 for 20) FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_seal_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_seal_sync();
COMMIT;

-- accrete:step 14 autocommit paper.seal: convert rows that exist
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
                UPDATE paper SET paper_seal_next = substring(CAST(convert_from(seal, 'UTF8') AS varchar) from 1 for 20) WHERE paper_seal_next IS NULL AND seal IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_seal_next = substring(CAST(convert_from(seal, 'UTF8') AS varchar) from 1 for 20) WHERE paper_seal_next IS NULL AND seal IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 15 autocommit paper.seal: gather statistics
ANALYZE paper (paper_seal_next);

-- accrete:step 16 transaction locks=paper paper.seal: change type to varchar(20)
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

-- accrete:step 17 transaction locks=paper paper.state: change type to smallint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE paper ALTER COLUMN state TYPE smallint USING CASE CAST(convert_from(lo_get(state), 'UTF8') AS varchar) WHEN 'new' THEN 0 WHEN 'old' THEN 1 WHEN '0' THEN 0 WHEN '1' THEN 1 END,
    ADD CONSTRAINT paper_state_check CHECK (state between 0 and 1) NOT VALID;
COMMIT;

-- accrete:step 18 transaction paper: validate paper_state_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE paper VALIDATE CONSTRAINT paper_state_check;
COMMIT;

-- accrete:step 19 transaction locks=paper paper.stock: change type to varchar(20)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ALTER COLUMN stock TYPE varchar(20) USING stock::varchar(20);
COMMIT;

-- accrete:step 20 transaction locks=paper paper.tags: add a column of type varchar(20)[] beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ADD COLUMN paper_tags_next varchar(20)[];

CREATE FUNCTION paper_tags_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_tags_next := (SELECT CASE WHEN tags IS NOT NULL THEN ARRAY[tags] END FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_tags_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_tags_sync();
COMMIT;

-- accrete:step 21 autocommit paper.tags: convert rows that exist
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
                UPDATE paper SET paper_tags_next = CASE WHEN tags IS NOT NULL THEN ARRAY[tags] END WHERE paper_tags_next IS NULL AND tags IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE paper SET paper_tags_next = CASE WHEN tags IS NOT NULL THEN ARRAY[tags] END WHERE paper_tags_next IS NULL AND tags IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 22 autocommit paper.tags: gather statistics
ANALYZE paper (paper_tags_next);

-- accrete:step 23 transaction locks=paper paper.tags: change type to varchar(20)[]
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
