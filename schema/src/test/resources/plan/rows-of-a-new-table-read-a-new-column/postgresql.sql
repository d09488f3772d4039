-- accrete:migration V0002 case postgresql
-- accrete:model 1:958cda7083acf5643df0bc1efacfea1e
-- accrete:verdict breaking
--
-- Changes
--   payment              drop primary key payment_pkey (nr)                                          Payment
--   transfer_seq         create sequence start 1 increment 50, past the ids in transfer.id
--   transfer             create table                                                                Transfer
--   transfer             fill with (id, payment_id) select row_number() over (order by item_id, label), (select min(id) from payment) from detail   Transfer
--   detail.transfer_id   add column bigint not null, existing rows: (select min(id) from transfer)   Detail.transferId
--   payment.id           add column bigint not null, existing rows: cast(nr as bigint) + 1000        Payment.id
--   payment              add primary key payment_pkey (id)                                           Payment
--   detail               add foreign key detail_transfer_id_fkey (transfer_id) to transfer           Detail
--   transfer             add foreign key transfer_payment_id_fkey (payment_id) to payment            Transfer
-- Locks
--   detail               ACCESS EXCLUSIVE, instant
--   detail               SHARE UPDATE EXCLUSIVE, scan
--   payment              ACCESS EXCLUSIVE, instant
--   payment              SHARE UPDATE EXCLUSIVE, scan
--   transfer             SHARE ROW EXCLUSIVE, instant
--   transfer             SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] transfer: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] detail.transfer_id: inserts of the running version leave the new column out and fail
--   [ACC-H203] payment.id: inserts of the running version leave the new column out and fail
--   [ACC-H401] detail: no index starts with [transfer_id], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   transfer: rows that it takes over without a value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create transfer_seq, transfer, which nobody uses yet
BEGIN;
CREATE SEQUENCE transfer_seq START WITH 1 INCREMENT BY 50;

CREATE TABLE transfer (
    id bigint NOT NULL,
    payment_id bigint NOT NULL,
    CONSTRAINT transfer_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 transaction locks=payment payment.id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE payment IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE payment ADD COLUMN id bigint;
COMMIT;

-- accrete:step 3 autocommit payment.id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 payment.nr%TYPE;
    high_1 payment.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT nr INTO low_1 FROM payment ORDER BY nr LIMIT 1;
    LOOP
        SELECT nr INTO high_1 FROM payment WHERE nr >= low_1 ORDER BY nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE payment SET id = cast(nr as bigint) + 1000 WHERE id IS NULL AND nr >= low_1;
                EXIT;
            END IF;
            UPDATE payment SET id = cast(nr as bigint) + 1000 WHERE id IS NULL AND nr >= low_1 AND nr < high_1;
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

-- accrete:step 4 transaction locks=payment payment.id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE payment IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE payment ADD CONSTRAINT payment_id_present CHECK (id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit payment.id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 payment.nr%TYPE;
    high_1 payment.nr%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT nr INTO low_1 FROM payment ORDER BY nr LIMIT 1;
    LOOP
        SELECT nr INTO high_1 FROM payment WHERE nr >= low_1 ORDER BY nr OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE payment SET id = cast(nr as bigint) + 1000 WHERE id IS NULL AND nr >= low_1;
                EXIT;
            END IF;
            UPDATE payment SET id = cast(nr as bigint) + 1000 WHERE id IS NULL AND nr >= low_1 AND nr < high_1;
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

-- accrete:step 6 transaction payment: validate payment_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE payment VALIDATE CONSTRAINT payment_id_present;
COMMIT;

-- accrete:step 7 transaction locks=payment payment.id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE payment IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE payment ALTER COLUMN id SET NOT NULL;
ALTER TABLE payment DROP CONSTRAINT payment_id_present;
COMMIT;

-- accrete:step 8 transaction transfer: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO transfer (id, payment_id) select row_number() over (order by item_id, label), (select min(id) from payment) from detail;
COMMIT;

-- accrete:step 9 transaction locks=detail detail.transfer_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE detail IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE detail ADD COLUMN transfer_id bigint;
COMMIT;

-- accrete:step 10 autocommit detail.transfer_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 detail.item_id%TYPE;
    low_2 detail.label%TYPE;
    high_1 detail.item_id%TYPE;
    high_2 detail.label%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT item_id, label INTO low_1, low_2 FROM detail ORDER BY item_id, label LIMIT 1;
    LOOP
        SELECT item_id, label INTO high_1, high_2 FROM detail WHERE (item_id, label) >= (low_1, low_2) ORDER BY item_id, label OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE detail SET transfer_id = (select min(id) from transfer) WHERE transfer_id IS NULL AND (item_id, label) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE detail SET transfer_id = (select min(id) from transfer) WHERE transfer_id IS NULL AND (item_id, label) >= (low_1, low_2) AND (item_id, label) < (high_1, high_2);
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

-- accrete:step 11 transaction locks=detail detail.transfer_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE detail IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE detail ADD CONSTRAINT detail_transfer_id_present CHECK (transfer_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 12 autocommit detail.transfer_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 detail.item_id%TYPE;
    low_2 detail.label%TYPE;
    high_1 detail.item_id%TYPE;
    high_2 detail.label%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT item_id, label INTO low_1, low_2 FROM detail ORDER BY item_id, label LIMIT 1;
    LOOP
        SELECT item_id, label INTO high_1, high_2 FROM detail WHERE (item_id, label) >= (low_1, low_2) ORDER BY item_id, label OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE detail SET transfer_id = (select min(id) from transfer) WHERE transfer_id IS NULL AND (item_id, label) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE detail SET transfer_id = (select min(id) from transfer) WHERE transfer_id IS NULL AND (item_id, label) >= (low_1, low_2) AND (item_id, label) < (high_1, high_2);
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

-- accrete:step 13 transaction detail: validate detail_transfer_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE detail VALIDATE CONSTRAINT detail_transfer_id_present;
COMMIT;

-- accrete:step 14 transaction locks=detail detail.transfer_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE detail IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE detail ALTER COLUMN transfer_id SET NOT NULL;
ALTER TABLE detail DROP CONSTRAINT detail_transfer_id_present;
COMMIT;

-- accrete:step 15 autocommit index=payment_id_new_idx payment: build index payment_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY payment_id_new_idx ON payment (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 16 transaction locks=payment payment: change primary key payment_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE payment IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE payment DROP CONSTRAINT payment_pkey,
    ADD CONSTRAINT payment_pkey PRIMARY KEY USING INDEX payment_id_new_idx;
COMMIT;

-- accrete:step 17 transaction locks=detail,transfer detail: add foreign key detail_transfer_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE detail, transfer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE detail ADD CONSTRAINT detail_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES transfer (id) NOT VALID;
COMMIT;

-- accrete:step 18 transaction detail: validate detail_transfer_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE detail VALIDATE CONSTRAINT detail_transfer_id_fkey;
COMMIT;

-- accrete:step 19 transaction locks=payment,transfer transfer: add foreign key transfer_payment_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE payment, transfer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE transfer ADD CONSTRAINT transfer_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment (id) NOT VALID;
COMMIT;

-- accrete:step 20 transaction transfer: validate transfer_payment_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE transfer VALIDATE CONSTRAINT transfer_payment_id_fkey;
COMMIT;

-- accrete:step 21 transaction transfer_seq: start past the ids in transfer
BEGIN;
SELECT setval('transfer_seq', greatest(1, max(id) + 51), false) FROM transfer HAVING max(id) IS NOT NULL;
COMMIT;
