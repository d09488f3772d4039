-- accrete:migration V0002 case postgresql
-- accrete:model 1:41a05cde1dec572625fd21f91b0733e7
-- accrete:verdict breaking
--
-- Changes
--   agenda.first_item_id   replace values, using (select p.id from item p where p.id = agenda.first_item_id)   Agenda.firstItemId
--   agenda                 add foreign key agenda_first_item_id_fkey (first_item_id) to item                   Agenda
-- Locks
--   agenda                 ACCESS EXCLUSIVE, instant
--   agenda                 SHARE UPDATE EXCLUSIVE, scan
--   item                   SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H205] agenda: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] agenda: the running version fails when it writes new rows that refer to each other, for it writes those of item, which refer to agenda, last
--   [ACC-H401] agenda: no index starts with [first_item_id], so each delete of a referenced row reads the whole table
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=agenda agenda.first_item_id: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE agenda IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE agenda ADD COLUMN agenda_first_item_id_next bigint;

CREATE FUNCTION agenda_first_item_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.first_item_id IS NOT DISTINCT FROM OLD.first_item_id THEN
        RETURN NEW;
    END IF;
    NEW.agenda_first_item_id_next := (SELECT (select p.id from item p where p.id = agenda.first_item_id) FROM (SELECT NEW.*) AS agenda);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER agenda_first_item_id_sync BEFORE INSERT OR UPDATE ON agenda FOR EACH ROW EXECUTE FUNCTION agenda_first_item_id_sync();
COMMIT;

-- accrete:step 2 autocommit agenda.first_item_id: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 agenda.id%TYPE;
    high_1 agenda.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM agenda ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM agenda WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE agenda SET agenda_first_item_id_next = (select p.id from item p where p.id = agenda.first_item_id) WHERE agenda_first_item_id_next IS NULL AND first_item_id IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE agenda SET agenda_first_item_id_next = (select p.id from item p where p.id = agenda.first_item_id) WHERE agenda_first_item_id_next IS NULL AND first_item_id IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit agenda.first_item_id: gather statistics
ANALYZE agenda (agenda_first_item_id_next);

-- accrete:step 4 transaction locks=agenda agenda.first_item_id: replace its values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE agenda IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER agenda_first_item_id_sync ON agenda;
DROP FUNCTION agenda_first_item_id_sync();
ALTER TABLE agenda DROP COLUMN first_item_id;
ALTER TABLE agenda RENAME COLUMN agenda_first_item_id_next TO first_item_id;
COMMIT;

-- accrete:step 5 transaction locks=agenda,item agenda: add foreign key agenda_first_item_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE agenda, item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE agenda ADD CONSTRAINT agenda_first_item_id_fkey FOREIGN KEY (first_item_id) REFERENCES item (id) NOT VALID;
COMMIT;

-- accrete:step 6 transaction agenda: validate agenda_first_item_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE agenda VALIDATE CONSTRAINT agenda_first_item_id_fkey;
COMMIT;
