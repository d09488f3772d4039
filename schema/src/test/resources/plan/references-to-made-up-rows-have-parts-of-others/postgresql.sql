-- accrete:migration V0002 case postgresql
-- accrete:model 1:d88b16655d55377463c7ec93184a29b7
-- accrete:verdict breaking
--
-- Changes
--   bill                          drop foreign key bill_purchase_fkey (purchase_customer_id, purchase_no) to purchase     Bill
--   parcel                        drop foreign key parcel_purchase_fkey (purchase_customer_id, purchase_no) to purchase   Parcel
--   purchase                      drop foreign key purchase_customer_id_fkey (customer_id) to customer
--   bill                          drop primary key bill_pkey (purchase_customer_id, purchase_no)                          Bill
--   bill.nr                       add column bigint not null, existing rows: row_number() over (order by purchase_customer_id, purchase_no)   Bill.nr
--   bill                          add primary key bill_pkey (nr)                                                          Bill
--   bill.purchase_customer_id     drop column                                                                             Bill
--   bill.purchase_no              drop column                                                                             Bill
--   parcel.purchase_customer_id   drop column                                                                             Parcel
--   parcel.purchase_no            drop column                                                                             Parcel
--   purchase                      drop table
-- Locks
--   bill                          ACCESS EXCLUSIVE, instant
--   bill                          SHARE UPDATE EXCLUSIVE, scan
--   customer                      ACCESS EXCLUSIVE, instant
--   parcel                        ACCESS EXCLUSIVE, instant
--   purchase                      ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] bill.nr: inserts of the running version leave the new column out and fail
--   [ACC-H202] bill.purchase_customer_id: the running version of the application still reads and writes the column
--   [ACC-H301] bill.purchase_customer_id: its data is gone for good
--   [ACC-H202] bill.purchase_no: the running version of the application still reads and writes the column
--   [ACC-H301] bill.purchase_no: its data is gone for good
--   [ACC-H202] parcel.purchase_customer_id: the running version of the application still reads and writes the column
--   [ACC-H301] parcel.purchase_customer_id: its data is gone for good
--   [ACC-H202] parcel.purchase_no: the running version of the application still reads and writes the column
--   [ACC-H301] parcel.purchase_no: its data is gone for good
--   [ACC-H202] purchase: the running version of the application still uses the table
--   [ACC-H301] purchase: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=bill,purchase bill: drop foreign key bill_purchase_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bill, purchase IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bill DROP CONSTRAINT bill_purchase_fkey;
COMMIT;

-- accrete:step 2 transaction locks=parcel,purchase parcel: drop foreign key parcel_purchase_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE parcel, purchase IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE parcel DROP CONSTRAINT parcel_purchase_fkey;
COMMIT;

-- accrete:step 3 transaction locks=bill bill.nr: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bill IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bill ADD COLUMN nr bigint;
COMMIT;

-- accrete:step 4 autocommit bill.nr: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.bill_nr_values;

CREATE TEMPORARY TABLE bill_nr_values AS
    SELECT purchase_customer_id AS key_1, purchase_no AS key_2, row_number() over (order by purchase_customer_id, purchase_no) AS found
    FROM bill;

CREATE UNIQUE INDEX IF NOT EXISTS bill_nr_place ON pg_temp.bill_nr_values (key_1, key_2);

DO $accrete$
DECLARE
    low_1 bill.purchase_customer_id%TYPE;
    low_2 bill.purchase_no%TYPE;
    high_1 bill.purchase_customer_id%TYPE;
    high_2 bill.purchase_no%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT purchase_customer_id, purchase_no INTO low_1, low_2 FROM bill ORDER BY purchase_customer_id, purchase_no LIMIT 1;
    LOOP
        SELECT purchase_customer_id, purchase_no INTO high_1, high_2 FROM bill WHERE (purchase_customer_id, purchase_no) >= (low_1, low_2) ORDER BY purchase_customer_id, purchase_no OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE bill SET nr = (SELECT v.found FROM pg_temp.bill_nr_values v WHERE v.key_1 = bill.purchase_customer_id AND v.key_2 = bill.purchase_no) WHERE nr IS NULL AND (purchase_customer_id, purchase_no) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE bill SET nr = (SELECT v.found FROM pg_temp.bill_nr_values v WHERE v.key_1 = bill.purchase_customer_id AND v.key_2 = bill.purchase_no) WHERE nr IS NULL AND (purchase_customer_id, purchase_no) >= (low_1, low_2) AND (purchase_customer_id, purchase_no) < (high_1, high_2);
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

DROP TABLE IF EXISTS pg_temp.bill_nr_values;
RESET statement_timeout;

-- accrete:step 5 transaction locks=bill bill.nr: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bill IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bill ADD CONSTRAINT bill_nr_present CHECK (nr IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 autocommit bill.nr: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.bill_nr_values;

CREATE TEMPORARY TABLE bill_nr_values AS
    SELECT purchase_customer_id AS key_1, purchase_no AS key_2, row_number() over (order by purchase_customer_id, purchase_no) AS found
    FROM bill;

CREATE UNIQUE INDEX IF NOT EXISTS bill_nr_place ON pg_temp.bill_nr_values (key_1, key_2);

DO $accrete$
DECLARE
    low_1 bill.purchase_customer_id%TYPE;
    low_2 bill.purchase_no%TYPE;
    high_1 bill.purchase_customer_id%TYPE;
    high_2 bill.purchase_no%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT purchase_customer_id, purchase_no INTO low_1, low_2 FROM bill ORDER BY purchase_customer_id, purchase_no LIMIT 1;
    LOOP
        SELECT purchase_customer_id, purchase_no INTO high_1, high_2 FROM bill WHERE (purchase_customer_id, purchase_no) >= (low_1, low_2) ORDER BY purchase_customer_id, purchase_no OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE bill SET nr = (SELECT v.found FROM pg_temp.bill_nr_values v WHERE v.key_1 = bill.purchase_customer_id AND v.key_2 = bill.purchase_no) WHERE nr IS NULL AND (purchase_customer_id, purchase_no) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE bill SET nr = (SELECT v.found FROM pg_temp.bill_nr_values v WHERE v.key_1 = bill.purchase_customer_id AND v.key_2 = bill.purchase_no) WHERE nr IS NULL AND (purchase_customer_id, purchase_no) >= (low_1, low_2) AND (purchase_customer_id, purchase_no) < (high_1, high_2);
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

DROP TABLE IF EXISTS pg_temp.bill_nr_values;
RESET statement_timeout;

-- accrete:step 7 transaction bill: validate bill_nr_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE bill VALIDATE CONSTRAINT bill_nr_present;
COMMIT;

-- accrete:step 8 transaction locks=bill bill.nr: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bill IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE bill ALTER COLUMN nr SET NOT NULL;
ALTER TABLE bill DROP CONSTRAINT bill_nr_present;
COMMIT;

-- accrete:step 9 autocommit index=bill_nr_new_idx bill: build index bill_nr_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY bill_nr_new_idx ON bill (nr);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 10 transaction locks=bill bill: change primary key bill_pkey; bill.purchase_customer_id: drop column; bill.purchase_no: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE bill IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE bill DROP CONSTRAINT bill_pkey,
    ADD CONSTRAINT bill_pkey PRIMARY KEY USING INDEX bill_nr_new_idx;

ALTER TABLE bill DROP COLUMN purchase_customer_id;
ALTER TABLE bill DROP COLUMN purchase_no;
COMMIT;

-- accrete:step 11 transaction locks=parcel parcel.purchase_customer_id: drop column; parcel.purchase_no: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE parcel IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE parcel DROP COLUMN purchase_customer_id;
ALTER TABLE parcel DROP COLUMN purchase_no;
COMMIT;

-- accrete:step 12 transaction locks=customer,purchase purchase: drop foreign key purchase_customer_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer, purchase IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE purchase DROP CONSTRAINT purchase_customer_id_fkey;
COMMIT;

-- accrete:step 13 transaction locks=purchase drop purchase
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE purchase IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE purchase;
COMMIT;
