-- accrete:migration V0002 case postgresql
-- accrete:model 1:970bcf8fe3984dae736e57142b536bfe
-- accrete:verdict breaking
--
-- Changes
--   revision.markup   change type from clob to bigint                  Revision.markup
--   revision.remark   change type from long32varchar to timestamp(6)   Revision.remark
-- Locks
--   revision          ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H204] revision.markup: the running version of the application may write values that no longer fit
--   [ACC-H210] revision.markup: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] revision.remark: the running version of the application may write values that no longer fit
--   [ACC-H210] revision.remark: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Rows that stop this
--   revision.markup: texts that are no bigint
--     SELECT * FROM revision WHERE convert_from(lo_get(markup), 'UTF8') = '' OR regexp_replace(convert_from(lo_get(markup), 'UTF8'), '^-?[0-9]+$', '') <> '';
--   revision.remark: texts that are no timestamp(6)
--     SELECT * FROM revision WHERE remark = '' OR regexp_replace(remark, '^([0-9]{4,}-[0-9]{1,2}-[0-9]{1,2}[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?( ?(Z|[-+][0-9]{2}(:?[0-9]{2})?))?)$', '') <> '';
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=revision revision.markup: add a column of type bigint beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE revision IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE revision ADD COLUMN revision_markup_next bigint;

CREATE FUNCTION revision_markup_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.revision_markup_next := (SELECT convert_from(lo_get(markup), 'UTF8')::bigint FROM (SELECT NEW.*) AS revision);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER revision_markup_sync BEFORE INSERT OR UPDATE ON revision FOR EACH ROW EXECUTE FUNCTION revision_markup_sync();
COMMIT;

-- accrete:step 2 autocommit revision.markup: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 revision.id%TYPE;
    high_1 revision.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM revision ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM revision WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE revision SET revision_markup_next = convert_from(lo_get(markup), 'UTF8')::bigint WHERE revision_markup_next IS NULL AND markup IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE revision SET revision_markup_next = convert_from(lo_get(markup), 'UTF8')::bigint WHERE revision_markup_next IS NULL AND markup IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 autocommit revision.markup: gather statistics
ANALYZE revision (revision_markup_next);

-- accrete:step 4 transaction locks=revision revision.markup: change type to bigint; revision.remark: add a column of type timestamp(6) beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE revision IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER revision_markup_sync ON revision;
DROP FUNCTION revision_markup_sync();
ALTER TABLE revision DROP COLUMN markup;
ALTER TABLE revision RENAME COLUMN revision_markup_next TO markup;
ALTER TABLE revision ADD COLUMN revision_remark_next timestamp(6);

CREATE FUNCTION revision_remark_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.revision_remark_next := (SELECT remark::timestamp(6) FROM (SELECT NEW.*) AS revision);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER revision_remark_sync BEFORE INSERT OR UPDATE ON revision FOR EACH ROW EXECUTE FUNCTION revision_remark_sync();
COMMIT;

-- accrete:step 5 autocommit revision.remark: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 revision.id%TYPE;
    high_1 revision.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM revision ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM revision WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE revision SET revision_remark_next = remark::timestamp(6) WHERE revision_remark_next IS NULL AND remark IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE revision SET revision_remark_next = remark::timestamp(6) WHERE revision_remark_next IS NULL AND remark IS NOT NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 autocommit revision.remark: gather statistics
ANALYZE revision (revision_remark_next);

-- accrete:step 7 transaction locks=revision revision.remark: change type to timestamp(6)
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE revision IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER revision_remark_sync ON revision;
DROP FUNCTION revision_remark_sync();
ALTER TABLE revision DROP COLUMN remark;
ALTER TABLE revision RENAME COLUMN revision_remark_next TO remark;
COMMIT;
