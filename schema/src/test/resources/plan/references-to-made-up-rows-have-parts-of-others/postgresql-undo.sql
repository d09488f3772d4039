-- accrete:undo V0002 case postgresql
-- accrete:model 1:7d8f47c01d7f18de483c827adfbcd749
-- accrete:verdict breaking
--
-- Changes
--   purchase                      create table
--   parcel.purchase_no            add column integer not null, existing rows: 0                                          Parcel
--   parcel.purchase_customer_id   add column bigint not null, existing rows: (SELECT min(id) FROM customer)              Parcel
--   bill.purchase_no              add column integer not null, existing rows: CAST(nr + coalesce((SELECT max(o.purchase_no) FROM bill o), 0) AS integer)   Bill
--   bill.purchase_customer_id     add column bigint not null, existing rows: (SELECT min(id) FROM customer)              Bill
--   bill                          drop primary key bill_pkey (nr)                                                        Bill
--   bill.nr                       drop column                                                                            Bill.nr
--   bill                          add primary key bill_pkey (purchase_customer_id, purchase_no)                          Bill
--   purchase                      add foreign key purchase_customer_id_fkey (customer_id) to customer
--   parcel                        add empty rows to purchase that parcel_purchase_fkey misses                            Parcel
--   parcel                        add foreign key parcel_purchase_fkey (purchase_customer_id, purchase_no) to purchase   Parcel
--   bill                          add empty rows to purchase that bill_purchase_fkey misses                              Bill
--   bill                          add foreign key bill_purchase_fkey (purchase_customer_id, purchase_no) to purchase     Bill
-- Locks
--   bill                          ACCESS EXCLUSIVE, instant
--   bill                          SHARE UPDATE EXCLUSIVE, scan
--   customer                      SHARE ROW EXCLUSIVE, instant
--   parcel                        ACCESS EXCLUSIVE, instant
--   parcel                        SHARE UPDATE EXCLUSIVE, scan
--   purchase                      SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] parcel.purchase_no: inserts of the running version leave the new column out and fail
--   [ACC-H203] parcel.purchase_customer_id: inserts of the running version leave the new column out and fail
--   [ACC-H203] bill.purchase_no: inserts of the running version leave the new column out and fail
--   [ACC-H203] bill.purchase_customer_id: inserts of the running version leave the new column out and fail
--   [ACC-H202] bill.nr: the running version of the application still reads and writes the column
--   [ACC-H301] bill.nr: its data is gone for good
--   [ACC-H401] parcel: no index starts with [purchase_customer_id, purchase_no], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   bill: add empty rows to purchase that bill_purchase_fkey misses
--   parcel: add empty rows to purchase that parcel_purchase_fkey misses
--   bill.nr: all values
--   bill.purchase_customer_id: the values that were dropped
--   bill.purchase_no: the values that were dropped
--   parcel.purchase_customer_id: the values that were dropped
--   parcel.purchase_no: the values that were dropped
--   purchase: the rows that were dropped
-- Rows that stop this
--   parcel.purchase_customer_id: no value, where none is found for them
--     SELECT * FROM parcel WHERE (SELECT min(id) FROM customer) IS NULL;
--   bill.purchase_customer_id: no value, where none is found for them
--     SELECT * FROM bill WHERE (SELECT min(id) FROM customer) IS NULL;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction create purchase, which nobody uses yet
BEGIN;
CREATE TABLE purchase (
    customer_id bigint NOT NULL,
    no integer NOT NULL,
    CONSTRAINT purchase_pkey PRIMARY KEY (customer_id, no)
);
COMMIT;

-- accrete:step 2 transaction locks=customer purchase: add foreign key purchase_customer_id_fkey, no rows to check yet
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE purchase ADD CONSTRAINT purchase_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id);
COMMIT;

-- accrete:step 3 transaction locks=bill bill.purchase_customer_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bill IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bill ADD COLUMN purchase_customer_id bigint;
COMMIT;

-- accrete:step 4 autocommit bill.purchase_customer_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 bill.nr%TYPE;
    high_1 bill.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT nr INTO low_1 FROM bill ORDER BY nr LIMIT 1;
    LOOP
        SELECT nr INTO high_1 FROM bill WHERE nr >= low_1 ORDER BY nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE bill SET purchase_customer_id = (SELECT min(id) FROM customer) WHERE purchase_customer_id IS NULL AND nr >= low_1;
                EXIT;
            END IF;
            UPDATE bill SET purchase_customer_id = (SELECT min(id) FROM customer) WHERE purchase_customer_id IS NULL AND nr >= low_1 AND nr < high_1;
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

-- accrete:step 5 transaction locks=bill bill.purchase_customer_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bill IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bill ADD CONSTRAINT bill_purchase_customer_id_present CHECK (purchase_customer_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 autocommit bill.purchase_customer_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 bill.nr%TYPE;
    high_1 bill.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT nr INTO low_1 FROM bill ORDER BY nr LIMIT 1;
    LOOP
        SELECT nr INTO high_1 FROM bill WHERE nr >= low_1 ORDER BY nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE bill SET purchase_customer_id = (SELECT min(id) FROM customer) WHERE purchase_customer_id IS NULL AND nr >= low_1;
                EXIT;
            END IF;
            UPDATE bill SET purchase_customer_id = (SELECT min(id) FROM customer) WHERE purchase_customer_id IS NULL AND nr >= low_1 AND nr < high_1;
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

-- accrete:step 7 transaction bill: validate bill_purchase_customer_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE bill VALIDATE CONSTRAINT bill_purchase_customer_id_present;
COMMIT;

-- accrete:step 8 transaction locks=bill bill.purchase_customer_id: set not null; bill.purchase_no: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bill IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bill ALTER COLUMN purchase_customer_id SET NOT NULL;
ALTER TABLE bill DROP CONSTRAINT bill_purchase_customer_id_present;
ALTER TABLE bill ADD COLUMN purchase_no integer;
COMMIT;

-- accrete:step 9 autocommit bill.purchase_no: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 bill.nr%TYPE;
    high_1 bill.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT nr INTO low_1 FROM bill ORDER BY nr LIMIT 1;
    LOOP
        SELECT nr INTO high_1 FROM bill WHERE nr >= low_1 ORDER BY nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE bill SET purchase_no = CAST(nr + coalesce((SELECT max(o.purchase_no) FROM bill o), 0) AS integer) WHERE purchase_no IS NULL AND nr >= low_1;
                EXIT;
            END IF;
            UPDATE bill SET purchase_no = CAST(nr + coalesce((SELECT max(o.purchase_no) FROM bill o), 0) AS integer) WHERE purchase_no IS NULL AND nr >= low_1 AND nr < high_1;
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

-- accrete:step 10 transaction locks=bill bill.purchase_no: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bill IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bill ADD CONSTRAINT bill_purchase_no_present CHECK (purchase_no IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 11 autocommit bill.purchase_no: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 bill.nr%TYPE;
    high_1 bill.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT nr INTO low_1 FROM bill ORDER BY nr LIMIT 1;
    LOOP
        SELECT nr INTO high_1 FROM bill WHERE nr >= low_1 ORDER BY nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE bill SET purchase_no = CAST(nr + coalesce((SELECT max(o.purchase_no) FROM bill o), 0) AS integer) WHERE purchase_no IS NULL AND nr >= low_1;
                EXIT;
            END IF;
            UPDATE bill SET purchase_no = CAST(nr + coalesce((SELECT max(o.purchase_no) FROM bill o), 0) AS integer) WHERE purchase_no IS NULL AND nr >= low_1 AND nr < high_1;
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

-- accrete:step 12 transaction bill: validate bill_purchase_no_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE bill VALIDATE CONSTRAINT bill_purchase_no_present;
COMMIT;

-- accrete:step 13 transaction locks=bill bill.purchase_no: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bill IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bill ALTER COLUMN purchase_no SET NOT NULL;
ALTER TABLE bill DROP CONSTRAINT bill_purchase_no_present;
COMMIT;

-- accrete:step 14 transaction locks=parcel parcel.purchase_customer_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE parcel IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE parcel ADD COLUMN purchase_customer_id bigint;
COMMIT;

-- accrete:step 15 autocommit parcel.purchase_customer_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 parcel.id%TYPE;
    high_1 parcel.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM parcel ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM parcel WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE parcel SET purchase_customer_id = (SELECT min(id) FROM customer) WHERE purchase_customer_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE parcel SET purchase_customer_id = (SELECT min(id) FROM customer) WHERE purchase_customer_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 16 transaction locks=parcel parcel.purchase_customer_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE parcel IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE parcel ADD CONSTRAINT parcel_purchase_customer_id_present CHECK (purchase_customer_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 17 autocommit parcel.purchase_customer_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 parcel.id%TYPE;
    high_1 parcel.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM parcel ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM parcel WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE parcel SET purchase_customer_id = (SELECT min(id) FROM customer) WHERE purchase_customer_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE parcel SET purchase_customer_id = (SELECT min(id) FROM customer) WHERE purchase_customer_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 18 transaction parcel: validate parcel_purchase_customer_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE parcel VALIDATE CONSTRAINT parcel_purchase_customer_id_present;
COMMIT;

-- accrete:step 19 transaction locks=parcel parcel.purchase_customer_id: set not null; parcel.purchase_no: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE parcel IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE parcel ALTER COLUMN purchase_customer_id SET NOT NULL;
ALTER TABLE parcel DROP CONSTRAINT parcel_purchase_customer_id_present;
ALTER TABLE parcel ADD COLUMN purchase_no integer DEFAULT 0 NOT NULL;
ALTER TABLE parcel ALTER COLUMN purchase_no DROP DEFAULT;
COMMIT;

-- accrete:step 20 autocommit index=bill_purchase_customer_id_new_idx bill: build index bill_purchase_customer_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY bill_purchase_customer_id_new_idx ON bill (purchase_customer_id, purchase_no);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 21 transaction locks=bill bill: change primary key bill_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bill IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE bill DROP CONSTRAINT bill_pkey,
    ADD CONSTRAINT bill_pkey PRIMARY KEY USING INDEX bill_purchase_customer_id_new_idx;
COMMIT;

-- accrete:step 22 autocommit bill: mend references to purchase
SET statement_timeout = 0;

INSERT INTO purchase (customer_id, no)
    SELECT customer_id, no FROM (SELECT DISTINCT bill.purchase_customer_id AS customer_id, bill.purchase_no AS no FROM bill
    WHERE bill.purchase_customer_id IS NOT NULL AND bill.purchase_no IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM purchase r WHERE r.customer_id = bill.purchase_customer_id AND r.no = bill.purchase_no)) k;

RESET statement_timeout;

-- accrete:step 23 autocommit parcel: mend references to purchase
SET statement_timeout = 0;

INSERT INTO purchase (customer_id, no)
    SELECT customer_id, no FROM (SELECT DISTINCT parcel.purchase_customer_id AS customer_id, parcel.purchase_no AS no FROM parcel
    WHERE parcel.purchase_customer_id IS NOT NULL AND parcel.purchase_no IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM purchase r WHERE r.customer_id = parcel.purchase_customer_id AND r.no = parcel.purchase_no)) k;

RESET statement_timeout;

-- accrete:step 24 transaction locks=bill,purchase bill: add foreign key bill_purchase_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bill, purchase IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bill ADD CONSTRAINT bill_purchase_fkey FOREIGN KEY (purchase_customer_id, purchase_no) REFERENCES purchase (customer_id, no) NOT VALID;
COMMIT;

-- accrete:step 25 transaction bill: validate bill_purchase_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE bill VALIDATE CONSTRAINT bill_purchase_fkey;
COMMIT;

-- accrete:step 26 transaction locks=parcel,purchase parcel: add foreign key parcel_purchase_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE parcel, purchase IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE parcel ADD CONSTRAINT parcel_purchase_fkey FOREIGN KEY (purchase_customer_id, purchase_no) REFERENCES purchase (customer_id, no) NOT VALID;
COMMIT;

-- accrete:step 27 transaction parcel: validate parcel_purchase_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE parcel VALIDATE CONSTRAINT parcel_purchase_fkey;
COMMIT;

-- accrete:step 28 transaction locks=bill bill.nr: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bill IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bill DROP COLUMN nr;
COMMIT;
