-- accrete:undo V0002 case postgresql
-- accrete:model 1:30a3e30831b28199889a980bf40e83de
-- accrete:verdict compatible
--
-- Changes
--   letter             drop primary key letter_pkey (id, folder_id)                         Letter
--   letter.folder_id   drop not null                                                        Letter.folderId
--   letter.answer_id   drop not null                                                        Letter.answerId
--   letter             add primary key letter_pkey (id)                                     Letter
--   letter             empty the references that letter_folder_id_yr_fkey misses            Letter
--   letter             add foreign key letter_folder_id_yr_fkey (folder_id, yr) to folder   Letter
--   letter             empty the references that letter_answer_id_fkey misses               Letter
--   letter             add foreign key letter_answer_id_fkey (answer_id) to letter          Letter
-- Locks
--   folder             SHARE ROW EXCLUSIVE, instant
--   letter             ACCESS EXCLUSIVE, instant
--   letter             SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] letter: no index starts with [folder_id, yr], so each delete of a referenced row reads the whole table
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] letter: no index starts with [answer_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   letter: empty the references that letter_answer_id_fkey misses
--   letter: empty the references that letter_folder_id_yr_fkey misses
-- Rows that stop this
--   letter: the same values in id
--     SELECT id, count(*) FROM letter GROUP BY id HAVING count(*) > 1;
-- The application version of this migration keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 transaction locks=letter letter.answer_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ALTER COLUMN answer_id DROP NOT NULL;
COMMIT;

-- accrete:step 2 autocommit index=letter_id_new_idx letter: build index letter_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY letter_id_new_idx ON letter (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=letter letter: change primary key letter_pkey; letter.folder_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE letter DROP CONSTRAINT letter_pkey,
    ADD CONSTRAINT letter_pkey PRIMARY KEY USING INDEX letter_id_new_idx;

ALTER TABLE letter ALTER COLUMN folder_id DROP NOT NULL;
COMMIT;

-- accrete:step 4 autocommit letter: mend references to letter
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 letter.id%TYPE;
    low_2 letter.folder_id%TYPE;
    high_1 letter.id%TYPE;
    high_2 letter.folder_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id, folder_id INTO low_1, low_2 FROM letter ORDER BY id, folder_id LIMIT 1;
    LOOP
        SELECT id, folder_id INTO high_1, high_2 FROM letter WHERE (id, folder_id) >= (low_1, low_2) ORDER BY id, folder_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE letter SET answer_id = NULL WHERE letter.answer_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM letter r WHERE r.id = letter.answer_id) AND (id, folder_id) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE letter SET answer_id = NULL WHERE letter.answer_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM letter r WHERE r.id = letter.answer_id) AND (id, folder_id) >= (low_1, low_2) AND (id, folder_id) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

-- accrete:step 5 autocommit letter: mend references to folder
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 letter.id%TYPE;
    low_2 letter.folder_id%TYPE;
    high_1 letter.id%TYPE;
    high_2 letter.folder_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id, folder_id INTO low_1, low_2 FROM letter ORDER BY id, folder_id LIMIT 1;
    LOOP
        SELECT id, folder_id INTO high_1, high_2 FROM letter WHERE (id, folder_id) >= (low_1, low_2) ORDER BY id, folder_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE letter SET folder_id = NULL, yr = yr WHERE letter.folder_id IS NOT NULL AND letter.yr IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM folder r WHERE r.id = letter.folder_id AND r.yr = letter.yr) AND (id, folder_id) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE letter SET folder_id = NULL, yr = yr WHERE letter.folder_id IS NOT NULL AND letter.yr IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM folder r WHERE r.id = letter.folder_id AND r.yr = letter.yr) AND (id, folder_id) >= (low_1, low_2) AND (id, folder_id) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

-- accrete:step 6 transaction locks=letter letter: add foreign key letter_answer_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES letter (id) NOT VALID;
COMMIT;

-- accrete:step 7 transaction letter: validate letter_answer_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE letter VALIDATE CONSTRAINT letter_answer_id_fkey;
COMMIT;

-- accrete:step 8 transaction locks=folder,letter letter: add foreign key letter_folder_id_yr_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE folder, letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_folder_id_yr_fkey FOREIGN KEY (folder_id, yr) REFERENCES folder (id, yr) NOT VALID;
COMMIT;

-- accrete:step 9 transaction letter: validate letter_folder_id_yr_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE letter VALIDATE CONSTRAINT letter_folder_id_yr_fkey;
COMMIT;
