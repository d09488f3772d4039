-- accrete:migration V0002 case postgresql
-- accrete:model 1:050e4d4cf004322870b962d16d8d58a0
-- accrete:verdict breaking
--
-- Changes
--   letter           create table                                                           Letter
--   letter           fill with (id, title, body, scan, subject) select id, d.body, coalesce(d.body, ''), scan, coalesce(note, 'a, b') from document d where id > 0   Letter
--   document.start   add column varchar(10), existing rows: substring(body from 1 for 10)   Document.start
-- Locks
--   document         ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] letter: rows that the running version writes from now on where they have been until now are not taken over
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create letter, which nobody uses yet
BEGIN;
CREATE TABLE letter (
    id bigint NOT NULL,
    title text,
    body oid NOT NULL,
    scan oid,
    subject oid,
    CONSTRAINT letter_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 transaction letter: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO letter (id, title, body, scan, subject) select id, convert_from(lo_get(d.body), 'UTF8'), lo_from_bytea(0, convert_to(coalesce(convert_from(lo_get(d.body), 'UTF8'), ''), 'UTF8')), scan, lo_from_bytea(0, convert_to(coalesce(note, 'a, b'), 'UTF8')) from document d where id > 0;
COMMIT;

-- accrete:step 3 transaction locks=document document.start: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE document IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE document ADD COLUMN start varchar(10);
COMMIT;

-- accrete:step 4 autocommit document.start: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 document.id%TYPE;
    high_1 document.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM document ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM document WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE document SET start = substring(convert_from(lo_get(body), 'UTF8') from 1 for 10) WHERE start IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE document SET start = substring(convert_from(lo_get(body), 'UTF8') from 1 for 10) WHERE start IS NULL AND id >= low_1 AND id < high_1;
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
