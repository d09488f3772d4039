-- accrete:migration V0002 case postgresql
-- accrete:model 1:482c65004c6d17ed045d674e4c2e6c68
-- accrete:verdict breaking
--
-- Changes
--   van               create table                                                Van
--   vehicle           create table                                                Vehicle
--   van               fill with (id, load) select id, 0 from delivery             Van
--   vehicle           fill with (id, kind, wheels) select id, 'Van', 0 from van   Vehicle
--   delivery.van_id   add column bigint not null, existing rows: id               Delivery.vanId
--   delivery          add unique constraint delivery_van_id_key (van_id)          Delivery
--   delivery          add foreign key delivery_van_id_fkey (van_id) to van        Delivery
--   van               add foreign key van_id_fkey (id) to vehicle                 Van
-- Locks
--   delivery          ACCESS EXCLUSIVE, instant
--   delivery          SHARE UPDATE EXCLUSIVE, scan
--   van               SHARE ROW EXCLUSIVE, instant
--   van               SHARE UPDATE EXCLUSIVE, scan
--   vehicle           SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] van: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H213] vehicle: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] delivery.van_id: inserts of the running version leave the new column out and fail
--   [ACC-H205] delivery: the migration stops at duplicates, and a running version that writes some fails
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create van, vehicle, which nobody uses yet
BEGIN;
CREATE TABLE van (
    id bigint NOT NULL,
    load integer NOT NULL,
    CONSTRAINT van_pkey PRIMARY KEY (id)
);

CREATE TABLE vehicle (
    id bigint NOT NULL,
    kind varchar(31) NOT NULL,
    wheels integer NOT NULL,
    CONSTRAINT vehicle_pkey PRIMARY KEY (id),
    CONSTRAINT vehicle_kind_check CHECK (kind in ('Vehicle','Van'))
);
COMMIT;

-- accrete:step 2 transaction van: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO van (id, load) select id, 0 from delivery;
COMMIT;

-- accrete:step 3 transaction vehicle: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO vehicle (id, kind, wheels) select id, 'Van', 0 from van;
COMMIT;

-- accrete:step 4 transaction locks=delivery delivery.van_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE delivery IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE delivery ADD COLUMN van_id bigint;
COMMIT;

-- accrete:step 5 autocommit delivery.van_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 delivery.id%TYPE;
    high_1 delivery.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM delivery ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM delivery WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE delivery SET van_id = id WHERE van_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE delivery SET van_id = id WHERE van_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction locks=delivery delivery.van_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE delivery IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE delivery ADD CONSTRAINT delivery_van_id_present CHECK (van_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 7 autocommit delivery.van_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 delivery.id%TYPE;
    high_1 delivery.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM delivery ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM delivery WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE delivery SET van_id = id WHERE van_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE delivery SET van_id = id WHERE van_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 8 transaction delivery: validate delivery_van_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE delivery VALIDATE CONSTRAINT delivery_van_id_present;
COMMIT;

-- accrete:step 9 transaction locks=delivery delivery.van_id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE delivery IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE delivery ALTER COLUMN van_id SET NOT NULL;
ALTER TABLE delivery DROP CONSTRAINT delivery_van_id_present;
COMMIT;

-- accrete:step 10 autocommit index=delivery_van_id_key delivery: build index delivery_van_id_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY delivery_van_id_key ON delivery (van_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 11 transaction locks=delivery delivery: add unique key delivery_van_id_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE delivery IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE delivery ADD CONSTRAINT delivery_van_id_key UNIQUE USING INDEX delivery_van_id_key;
COMMIT;

-- accrete:step 12 transaction locks=delivery,van delivery: add foreign key delivery_van_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE delivery, van IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE delivery ADD CONSTRAINT delivery_van_id_fkey FOREIGN KEY (van_id) REFERENCES van (id) NOT VALID;
COMMIT;

-- accrete:step 13 transaction delivery: validate delivery_van_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE delivery VALIDATE CONSTRAINT delivery_van_id_fkey;
COMMIT;

-- accrete:step 14 transaction locks=van,vehicle van: add foreign key van_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE van, vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE van ADD CONSTRAINT van_id_fkey FOREIGN KEY (id) REFERENCES vehicle (id) NOT VALID;
COMMIT;

-- accrete:step 15 transaction van: validate van_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE van VALIDATE CONSTRAINT van_id_fkey;
COMMIT;
