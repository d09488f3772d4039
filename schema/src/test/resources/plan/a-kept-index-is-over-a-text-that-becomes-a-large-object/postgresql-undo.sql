-- accrete:undo V0002 case postgresql
-- accrete:model 1:a58c5cd33fcf37f6ef16cdd809081022
-- accrete:verdict breaking
--
-- Changes
--   letter.body       change type from clob to varchar(255), using substring(convert_from(lo_get(body), 'UTF8') from 1 for 255)   Letter.body
--   letter.language   set not null, existing rows: ''                                   Letter
--   letter            add unique constraint letter_body_language_key (body, language)   Letter
--   letter            add index letter_language_body_idx (language, body)               Letter
-- Locks
--   letter            ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] letter.body: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] letter.body: the running version of the application may write values that no longer fit
--   [ACC-H210] letter.body: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H203] letter.language: writes of the running version that leave the column empty fail
--   [ACC-H205] letter: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   letter.language: rows without a value get ''
--   letter.body: what the conversion of its values left out
-- Rows that stop this
--   letter: the same values in body, language after their conversion
--     SELECT body, language, count(*) FROM (SELECT substring(convert_from(lo_get(body), 'UTF8') from 1 for 255) AS body, coalesce(language, '') AS language FROM letter) found WHERE body IS NOT NULL GROUP BY body, language HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=letter letter.body: change type to varchar(255)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ALTER COLUMN body TYPE varchar(255) USING substring(convert_from(lo_get(body), 'UTF8') from 1 for 255);
COMMIT;

-- accrete:step 2 autocommit letter.language: fill in rows that exist
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
                UPDATE letter SET language = '' WHERE language IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET language = '' WHERE language IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=letter letter.language: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_language_present CHECK (language IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit letter.language: fill in rows written meanwhile
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
                UPDATE letter SET language = '' WHERE language IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE letter SET language = '' WHERE language IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 5 transaction letter: validate letter_language_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE letter VALIDATE CONSTRAINT letter_language_present;
COMMIT;

-- accrete:step 6 transaction locks=letter letter.language: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ALTER COLUMN language SET NOT NULL;
ALTER TABLE letter DROP CONSTRAINT letter_language_present;
COMMIT;

-- accrete:step 7 autocommit index=letter_body_language_key letter: build index letter_body_language_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY letter_body_language_key ON letter (body, language);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 8 transaction locks=letter letter: add unique key letter_body_language_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_body_language_key UNIQUE USING INDEX letter_body_language_key;
COMMIT;

-- accrete:step 9 autocommit index=letter_language_body_idx letter: build index letter_language_body_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY letter_language_body_idx ON letter (language, body);
RESET statement_timeout;
RESET lock_timeout;
