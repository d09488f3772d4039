-- accrete:migration V0002 case postgresql
-- accrete:model 1:85beafff33283eb9bfa2aab119524162
-- accrete:verdict breaking
--
-- Changes
--   remark                 drop primary key remark_pkey (note_id)                                     Remark
--   remark.element         add column varchar(255)                                                    Remark.element
--   remark.element_order   add column integer                                                         Remark.elementOrder
--   remark.the_owner       add column bigint not null, existing rows: (select min(id) from account)   Remark.theOwner
--   remark.element_order   number the rows of each list from 0                                        Remark.elementOrder
--   remark.note_id         drop not null                                                              Remark.noteId
--   remark.element_order   set not null                                                               Remark.elementOrder
--   remark                 add primary key remark_pkey (element_order, the_owner)                     Remark
--   remark                 add foreign key remark_the_owner_fkey (the_owner) to account               Remark
-- Locks
--   account                SHARE ROW EXCLUSIVE, instant
--   remark                 ACCESS EXCLUSIVE, instant
--   remark                 SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] remark.the_owner: inserts of the running version leave the new column out and fail
--   [ACC-H501] remark.element_order: one statement numbers all rows: it takes a primary key to go along, and an index that starts with [the_owner]
--   [ACC-H203] remark.element_order: writes of the running version that leave the column empty fail
--   [ACC-H401] remark: no index starts with [the_owner], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   remark.the_owner: no value, where none is found for them
--     SELECT * FROM remark WHERE (select min(id) from account) IS NULL;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=remark remark.element: add column; remark.element_order: add column; remark.the_owner: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE remark IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE remark ADD COLUMN element varchar(255);
ALTER TABLE remark ADD COLUMN element_order integer;
ALTER TABLE remark ADD COLUMN the_owner bigint;
COMMIT;

-- accrete:step 2 autocommit remark.the_owner: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 remark.note_id%TYPE;
    high_1 remark.note_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT note_id INTO low_1 FROM remark ORDER BY note_id LIMIT 1;
    LOOP
        SELECT note_id INTO high_1 FROM remark WHERE note_id >= low_1 ORDER BY note_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE remark SET the_owner = (select min(id) from account) WHERE the_owner IS NULL AND note_id >= low_1;
                EXIT;
            END IF;
            UPDATE remark SET the_owner = (select min(id) from account) WHERE the_owner IS NULL AND note_id >= low_1 AND note_id < high_1;
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

-- accrete:step 3 transaction locks=remark remark.the_owner: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE remark IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE remark ADD CONSTRAINT remark_the_owner_present CHECK (the_owner IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit remark.the_owner: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 remark.note_id%TYPE;
    high_1 remark.note_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT note_id INTO low_1 FROM remark ORDER BY note_id LIMIT 1;
    LOOP
        SELECT note_id INTO high_1 FROM remark WHERE note_id >= low_1 ORDER BY note_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE remark SET the_owner = (select min(id) from account) WHERE the_owner IS NULL AND note_id >= low_1;
                EXIT;
            END IF;
            UPDATE remark SET the_owner = (select min(id) from account) WHERE the_owner IS NULL AND note_id >= low_1 AND note_id < high_1;
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

-- accrete:step 5 transaction remark: validate remark_the_owner_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE remark VALIDATE CONSTRAINT remark_the_owner_present;
COMMIT;

-- accrete:step 6 transaction locks=remark remark.the_owner: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE remark IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE remark ALTER COLUMN the_owner SET NOT NULL;
ALTER TABLE remark DROP CONSTRAINT remark_the_owner_present;
COMMIT;

-- accrete:step 7 autocommit remark.element_order: number rows
SET statement_timeout = 0;

UPDATE remark SET element_order = numbered.position FROM (SELECT ctid AS place, 0 - 1 + row_number() OVER (PARTITION BY the_owner ORDER BY element_order, ctid) AS position FROM remark WHERE the_owner IS NOT NULL) numbered
    WHERE remark.ctid = numbered.place AND remark.element_order IS DISTINCT FROM numbered.position;

RESET statement_timeout;

-- accrete:step 8 transaction locks=remark remark.element_order: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE remark IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE remark ADD CONSTRAINT remark_element_order_present CHECK (element_order IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 9 transaction remark: validate remark_element_order_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE remark VALIDATE CONSTRAINT remark_element_order_present;
COMMIT;

-- accrete:step 10 transaction locks=remark remark.element_order: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE remark IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE remark ALTER COLUMN element_order SET NOT NULL;
ALTER TABLE remark DROP CONSTRAINT remark_element_order_present;
COMMIT;

-- accrete:step 11 autocommit index=remark_element_order_new_idx remark: build index remark_element_order_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY remark_element_order_new_idx ON remark (element_order, the_owner);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 12 transaction locks=remark remark: change primary key remark_pkey; remark.note_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE remark IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE remark DROP CONSTRAINT remark_pkey,
    ADD CONSTRAINT remark_pkey PRIMARY KEY USING INDEX remark_element_order_new_idx;

ALTER TABLE remark ALTER COLUMN note_id DROP NOT NULL;
COMMIT;

-- accrete:step 13 transaction locks=account,remark remark: add foreign key remark_the_owner_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account, remark IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE remark ADD CONSTRAINT remark_the_owner_fkey FOREIGN KEY (the_owner) REFERENCES account (id) NOT VALID;
COMMIT;

-- accrete:step 14 transaction remark: validate remark_the_owner_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE remark VALIDATE CONSTRAINT remark_the_owner_fkey;
COMMIT;
