-- accrete:migration V0002 case postgresql
-- accrete:model 1:15a4a96b6682a31cbfeda3dd372b1bd5
-- accrete:verdict breaking
--
-- Changes
--   detail          drop foreign key detail_id_fkey (id) to thing                                                   Detail
--   order_          drop primary key order__pkey (the_id)                                                           Order
--   order_          fill with (id) select id from detail where not exists (select 1 from order_ c where c.id = detail.id)   Order
--   order_.id       add column uuid not null, existing rows: cast(lpad(cast(the_id as varchar), 32, '0') as uuid)   Order.id
--   detail.id       change type from bigint to uuid, using cast(lpad(cast(id as varchar), 32, '0') as uuid)         Detail.id
--   order_          add primary key order__pkey (id)                                                                Order
--   detail          add foreign key detail_id_fkey (id) to order_                                                   Detail
--   order_.the_id   drop column                                                                                     Order
-- Locks
--   detail          ACCESS EXCLUSIVE, rewrite
--   order_          ACCESS EXCLUSIVE, instant
--   order_          SHARE UPDATE EXCLUSIVE, scan
--   thing           ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] order_: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] order_.id: inserts of the running version leave the new column out and fail
--   [ACC-H101] detail.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] detail.id: the running version of the application may write values that no longer fit
--   [ACC-H210] detail.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] detail: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] detail: the running version fails when it writes references, which are to rows of thing, not of order_
--   [ACC-H202] order_.the_id: the running version of the application still reads and writes the column
--   [ACC-H301] order_.the_id: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=detail,thing detail: drop foreign key detail_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE detail, thing IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE detail DROP CONSTRAINT detail_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=detail detail.id: change type to uuid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE detail IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE detail ALTER COLUMN id TYPE uuid USING cast(lpad(cast(id as varchar), 32, '0') as uuid);
COMMIT;

-- accrete:step 3 transaction locks=order_ order_.id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE order_ IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE order_ ADD COLUMN id uuid;
COMMIT;

-- accrete:step 4 autocommit order_.id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 order_.the_id%TYPE;
    high_1 order_.the_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT the_id INTO low_1 FROM order_ ORDER BY the_id LIMIT 1;
    LOOP
        SELECT the_id INTO high_1 FROM order_ WHERE the_id >= low_1 ORDER BY the_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE order_ SET id = cast(lpad(cast(the_id as varchar), 32, '0') as uuid) WHERE id IS NULL AND the_id >= low_1;
                EXIT;
            END IF;
            UPDATE order_ SET id = cast(lpad(cast(the_id as varchar), 32, '0') as uuid) WHERE id IS NULL AND the_id >= low_1 AND the_id < high_1;
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

-- accrete:step 5 transaction locks=order_ order_.id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE order_ IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE order_ ADD CONSTRAINT order__id_present CHECK (id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 6 autocommit order_.id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 order_.the_id%TYPE;
    high_1 order_.the_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT the_id INTO low_1 FROM order_ ORDER BY the_id LIMIT 1;
    LOOP
        SELECT the_id INTO high_1 FROM order_ WHERE the_id >= low_1 ORDER BY the_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE order_ SET id = cast(lpad(cast(the_id as varchar), 32, '0') as uuid) WHERE id IS NULL AND the_id >= low_1;
                EXIT;
            END IF;
            UPDATE order_ SET id = cast(lpad(cast(the_id as varchar), 32, '0') as uuid) WHERE id IS NULL AND the_id >= low_1 AND the_id < high_1;
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

-- accrete:step 7 transaction order_: validate order__id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE order_ VALIDATE CONSTRAINT order__id_present;
COMMIT;

-- accrete:step 8 transaction locks=order_ order_.id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE order_ IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE order_ ALTER COLUMN id SET NOT NULL;
ALTER TABLE order_ DROP CONSTRAINT order__id_present;
COMMIT;

-- accrete:step 9 autocommit index=order__id_new_idx order_: build index order__id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY order__id_new_idx ON order_ (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 10 transaction locks=order_ order_: change primary key order__pkey; order_.the_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE order_ IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE order_ DROP CONSTRAINT order__pkey,
    ADD CONSTRAINT order__pkey PRIMARY KEY USING INDEX order__id_new_idx;

ALTER TABLE order_ ALTER COLUMN the_id DROP NOT NULL;
COMMIT;

-- accrete:step 11 transaction order_: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO order_ (id) select id from detail where not exists (select 1 from order_ c where c.id = detail.id);
COMMIT;

-- accrete:step 12 transaction locks=detail,order_ detail: add foreign key detail_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE detail, order_ IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE detail ADD CONSTRAINT detail_id_fkey FOREIGN KEY (id) REFERENCES order_ (id) NOT VALID;
COMMIT;

-- accrete:step 13 transaction detail: validate detail_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE detail VALIDATE CONSTRAINT detail_id_fkey;
COMMIT;

-- accrete:step 14 transaction locks=order_ order_.the_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE order_ IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE order_ DROP COLUMN the_id;
COMMIT;
