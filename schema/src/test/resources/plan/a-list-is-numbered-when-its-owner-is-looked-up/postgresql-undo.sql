-- accrete:undo V0002 case postgresql
-- accrete:model 1:76580636bf5114b439732ffd27aa8cfd
-- accrete:verdict breaking
--
-- Changes
--   remark                 drop foreign key remark_the_owner_fkey (the_owner) to account   Remark
--   remark                 drop primary key remark_pkey (element_order, the_owner)         Remark
--   remark.element_order   drop not null                                                   Remark.elementOrder
--   remark.note_id         set not null, existing rows: row_number() over (order by element_order, the_owner) + (select coalesce(max(o.note_id), 0) from remark o)   Remark.noteId
--   remark.the_owner       drop column                                                     Remark.theOwner
--   remark.element_order   drop column                                                     Remark.elementOrder
--   remark.element         drop column                                                     Remark.element
--   remark                 add primary key remark_pkey (note_id)                           Remark
-- Locks
--   account                ACCESS EXCLUSIVE, instant
--   remark                 ACCESS EXCLUSIVE, instant
--   remark                 SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] remark.note_id: writes of the running version that leave the column empty fail
--   [ACC-H202] remark.the_owner: the running version of the application still reads and writes the column
--   [ACC-H301] remark.the_owner: its data is gone for good
--   [ACC-H202] remark.element_order: the running version of the application still reads and writes the column
--   [ACC-H301] remark.element_order: its data is gone for good
--   [ACC-H202] remark.element: the running version of the application still reads and writes the column
--   [ACC-H301] remark.element: its data is gone for good
-- Data that does not come back
--   remark.element: all values
--   remark.element_order: all values
--   remark.the_owner: all values
--   remark.note_id: rows without a value get row_number() over (order by element_order, the_owner) + (select coalesce(max(o.note_id), 0) from remark o)
-- Rows that stop this
--   remark: the same values in note_id
--     SELECT note_id, count(*) FROM remark WHERE note_id IS NOT NULL GROUP BY note_id HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=account,remark remark: drop foreign key remark_the_owner_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account, remark IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE remark DROP CONSTRAINT remark_the_owner_fkey;
COMMIT;

-- accrete:step 2 autocommit remark.note_id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.remark_note_id_values;

CREATE TEMPORARY TABLE remark_note_id_values AS
    SELECT element_order AS key_1, the_owner AS key_2, row_number() over (order by element_order, the_owner) + (select coalesce(max(o.note_id), 0) from remark o) AS found
    FROM remark
    WHERE note_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS remark_note_id_place ON pg_temp.remark_note_id_values (key_1, key_2);

DO $accrete$
DECLARE
    low_1 remark.element_order%TYPE;
    low_2 remark.the_owner%TYPE;
    high_1 remark.element_order%TYPE;
    high_2 remark.the_owner%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT element_order, the_owner INTO low_1, low_2 FROM remark ORDER BY element_order, the_owner LIMIT 1;
    LOOP
        SELECT element_order, the_owner INTO high_1, high_2 FROM remark WHERE (element_order, the_owner) >= (low_1, low_2) ORDER BY element_order, the_owner OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE remark SET note_id = (SELECT v.found FROM pg_temp.remark_note_id_values v WHERE v.key_1 = remark.element_order AND v.key_2 = remark.the_owner) WHERE note_id IS NULL AND (element_order, the_owner) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE remark SET note_id = (SELECT v.found FROM pg_temp.remark_note_id_values v WHERE v.key_1 = remark.element_order AND v.key_2 = remark.the_owner) WHERE note_id IS NULL AND (element_order, the_owner) >= (low_1, low_2) AND (element_order, the_owner) < (high_1, high_2);
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

DROP TABLE IF EXISTS pg_temp.remark_note_id_values;
RESET statement_timeout;

-- accrete:step 3 transaction locks=remark remark.note_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE remark IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE remark ADD CONSTRAINT remark_note_id_present CHECK (note_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit remark.note_id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.remark_note_id_values;

CREATE TEMPORARY TABLE remark_note_id_values AS
    SELECT element_order AS key_1, the_owner AS key_2, row_number() over (order by element_order, the_owner) + (select coalesce(max(o.note_id), 0) from remark o) AS found
    FROM remark
    WHERE note_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS remark_note_id_place ON pg_temp.remark_note_id_values (key_1, key_2);

DO $accrete$
DECLARE
    low_1 remark.element_order%TYPE;
    low_2 remark.the_owner%TYPE;
    high_1 remark.element_order%TYPE;
    high_2 remark.the_owner%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT element_order, the_owner INTO low_1, low_2 FROM remark ORDER BY element_order, the_owner LIMIT 1;
    LOOP
        SELECT element_order, the_owner INTO high_1, high_2 FROM remark WHERE (element_order, the_owner) >= (low_1, low_2) ORDER BY element_order, the_owner OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE remark SET note_id = (SELECT v.found FROM pg_temp.remark_note_id_values v WHERE v.key_1 = remark.element_order AND v.key_2 = remark.the_owner) WHERE note_id IS NULL AND (element_order, the_owner) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE remark SET note_id = (SELECT v.found FROM pg_temp.remark_note_id_values v WHERE v.key_1 = remark.element_order AND v.key_2 = remark.the_owner) WHERE note_id IS NULL AND (element_order, the_owner) >= (low_1, low_2) AND (element_order, the_owner) < (high_1, high_2);
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

DROP TABLE IF EXISTS pg_temp.remark_note_id_values;
RESET statement_timeout;

-- accrete:step 5 transaction remark: validate remark_note_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE remark VALIDATE CONSTRAINT remark_note_id_present;
COMMIT;

-- accrete:step 6 transaction locks=remark remark.note_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE remark IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE remark ALTER COLUMN note_id SET NOT NULL;
ALTER TABLE remark DROP CONSTRAINT remark_note_id_present;
COMMIT;

-- accrete:step 7 autocommit index=remark_note_id_new_idx remark: build index remark_note_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY remark_note_id_new_idx ON remark (note_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 8 transaction locks=remark remark: change primary key remark_pkey; remark.element_order: accept rows without a value; remark.element: drop column; remark.element_order: drop column; remark.the_owner: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE remark IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE remark DROP CONSTRAINT remark_pkey,
    ADD CONSTRAINT remark_pkey PRIMARY KEY USING INDEX remark_note_id_new_idx;

ALTER TABLE remark ALTER COLUMN element_order DROP NOT NULL;
ALTER TABLE remark DROP COLUMN element;
ALTER TABLE remark DROP COLUMN element_order;
ALTER TABLE remark DROP COLUMN the_owner;
COMMIT;
