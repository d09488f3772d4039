-- accrete:migration V0002 case postgresql
-- accrete:model 1:76ef72531421ad8738b663b4d470f3f0
-- accrete:verdict breaking
--
-- Changes
--   device      fill with (id) select id from phone where not exists (select 1 from device c where c.id = phone.id)   Device
--   device.id   change type from uuid to bigint, using (select x.n from (select o.id as k, row_number() over (order by o.id) as n from device o) x where x.k = device.id)   Device.id
--   phone       add foreign key phone_id_fkey (id) to device                                                          Phone
-- Locks
--   device      ACCESS EXCLUSIVE, rewrite
--   phone       SHARE ROW EXCLUSIVE, instant
--   phone       SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] device: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H101] device.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] device.id: the running version of the application may write values that no longer fit
--   [ACC-H210] device.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] phone: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] phone: the running version fails when it writes rows, for it writes none of the same key to device
-- Rows that stop this
--   device: the same id in rows that it takes over and in rows that it has (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=device device.id: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE device IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE device ADD COLUMN device_id_next bigint;

CREATE FUNCTION device_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id THEN
        RETURN NEW;
    END IF;
    NEW.device_id_next := (SELECT (select x.n from (select o.id as k, row_number() over (order by o.id) as n from device o) x where x.k = device.id) FROM (SELECT NEW.*) AS device);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER device_id_sync BEFORE INSERT OR UPDATE ON device FOR EACH ROW EXECUTE FUNCTION device_id_sync();
COMMIT;

-- accrete:step 2 autocommit device.id: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.device_device_id_next_list1;

CREATE TEMPORARY TABLE device_device_id_next_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from device o;

CREATE INDEX IF NOT EXISTS device_device_id_next_list1_n ON pg_temp.device_device_id_next_list1 (n);
CREATE INDEX IF NOT EXISTS device_device_id_next_list1_k ON pg_temp.device_device_id_next_list1 (k);

DO $accrete$
DECLARE
    low_1 device.id%TYPE;
    high_1 device.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM device ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM device WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE device SET device_id_next = (select x.n from pg_temp.device_device_id_next_list1 x where x.k = device.id) WHERE device_id_next IS NULL AND id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE device SET device_id_next = (select x.n from pg_temp.device_device_id_next_list1 x where x.k = device.id) WHERE device_id_next IS NULL AND id IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.device_device_id_next_list1;
RESET statement_timeout;

-- accrete:step 3 transaction locks=device device.id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE device IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER device_id_sync ON device;
DROP FUNCTION device_id_sync();
ALTER TABLE device ALTER COLUMN id TYPE bigint USING device_id_next;
ALTER TABLE device DROP COLUMN device_id_next;
COMMIT;

-- accrete:step 4 transaction device: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO device (id) select id from phone where not exists (select 1 from device c where c.id = phone.id);
COMMIT;

-- accrete:step 5 transaction locks=device,phone phone: add foreign key phone_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE device, phone IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE phone ADD CONSTRAINT phone_id_fkey FOREIGN KEY (id) REFERENCES device (id) NOT VALID;
COMMIT;

-- accrete:step 6 transaction phone: validate phone_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE phone VALIDATE CONSTRAINT phone_id_fkey;
COMMIT;
