-- accrete:migration V0002 case postgresql
-- accrete:model 1:b3cfbbf47f0390069139454003938065
-- accrete:verdict breaking
--
-- Changes
--   paper.colour          change type from enum('RED','GREEN','BLUE')[255] to uuid, using cast(lpad(cast((select x.n from (select distinct o.colour as k, dense_rank() over (order by o.colour) as n from paper o) x where x.k = paper.colour) as varchar), 32, '0') as uuid)   Paper.colour
--   review.paper_colour   change type from varchar(255) to uuid, using cast(lpad(cast((select x.n from (select distinct o.colour as k, dense_rank() over (order by o.colour) as n from paper o) x where x.k = review.paper_colour) as varchar), 32, '0') as uuid)   Review.paperColour
--   shelf.since           change type from date to float(53), using (select x.n from (select o.paper_id as k1, o.since as k2, row_number() over (order by o.paper_id, o.since) as n from shelf o) x where x.k1 = shelf.paper_id and x.k2 = shelf.since)   Shelf.since
-- Locks
--   paper                 ACCESS EXCLUSIVE, rewrite
--   review                ACCESS EXCLUSIVE, instant
--   review                SHARE UPDATE EXCLUSIVE, scan
--   shelf                 ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] paper.colour: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] paper.colour: the running version of the application may write values that no longer fit
--   [ACC-H210] paper.colour: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] review.paper_colour: the running version of the application may write values that no longer fit
--   [ACC-H210] review.paper_colour: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] shelf.since: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] shelf.since: the running version of the application may write values that no longer fit
--   [ACC-H210] shelf.since: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=paper,review review: drop foreign key review_paper_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper, review IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE review DROP CONSTRAINT review_paper_fkey;
COMMIT;

-- accrete:step 2 transaction locks=review review.paper_colour: add a column of type uuid beside it
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE review IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE review ADD COLUMN review_paper_colour_next uuid;

CREATE FUNCTION review_paper_colour_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.paper_colour IS NOT DISTINCT FROM OLD.paper_colour THEN
        RETURN NEW;
    END IF;
    NEW.review_paper_colour_next := (SELECT cast(lpad(cast((select x.n from (select distinct o.colour as k, dense_rank() over (order by o.colour) as n from paper o) x where x.k = review.paper_colour) as varchar), 32, '0') as uuid) FROM (SELECT NEW.*) AS review);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER review_paper_colour_sync BEFORE INSERT OR UPDATE ON review FOR EACH ROW EXECUTE FUNCTION review_paper_colour_sync();
COMMIT;

-- accrete:step 3 autocommit review.paper_colour: convert rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.review_review_paper_colour_next_list1;

CREATE TEMPORARY TABLE review_review_paper_colour_next_list1 AS
    select distinct o.colour as k, dense_rank() over (order by o.colour) as n from paper o;

CREATE INDEX IF NOT EXISTS review_review_paper_colour_next_list1_n ON pg_temp.review_review_paper_colour_next_list1 (n);
CREATE INDEX IF NOT EXISTS review_review_paper_colour_next_list1_k ON pg_temp.review_review_paper_colour_next_list1 (k);

DO $accrete$
DECLARE
    low_1 review.id%TYPE;
    high_1 review.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM review ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM review WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE review SET review_paper_colour_next = cast(lpad(cast((select x.n from pg_temp.review_review_paper_colour_next_list1 x where x.k = review.paper_colour) as varchar), 32, '0') as uuid) WHERE review_paper_colour_next IS NULL AND paper_colour IS NOT NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE review SET review_paper_colour_next = cast(lpad(cast((select x.n from pg_temp.review_review_paper_colour_next_list1 x where x.k = review.paper_colour) as varchar), 32, '0') as uuid) WHERE review_paper_colour_next IS NULL AND paper_colour IS NOT NULL AND id >= low_1 AND id < high_1;
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

DROP TABLE IF EXISTS pg_temp.review_review_paper_colour_next_list1;
RESET statement_timeout;

-- accrete:step 4 autocommit review.paper_colour: gather statistics
ANALYZE review (review_paper_colour_next);

-- accrete:step 5 transaction locks=review review.paper_colour: change type to uuid
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE review IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER review_paper_colour_sync ON review;
DROP FUNCTION review_paper_colour_sync();
ALTER TABLE review DROP COLUMN paper_colour;
ALTER TABLE review RENAME COLUMN review_paper_colour_next TO paper_colour;
COMMIT;

-- accrete:step 6 transaction locks=paper paper.colour: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE paper ADD COLUMN paper_colour_next uuid;

CREATE FUNCTION paper_colour_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    NEW.paper_colour_next := (SELECT cast(lpad(cast((select x.n from (select distinct o.colour as k, dense_rank() over (order by o.colour) as n from paper o) x where x.k = paper.colour) as varchar), 32, '0') as uuid) FROM (SELECT NEW.*) AS paper);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER paper_colour_sync BEFORE INSERT OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_colour_sync();
COMMIT;

-- accrete:step 7 autocommit paper.colour: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.paper_paper_colour_next_list1;

CREATE TEMPORARY TABLE paper_paper_colour_next_list1 AS
    select distinct o.colour as k, dense_rank() over (order by o.colour) as n from paper o;

CREATE INDEX IF NOT EXISTS paper_paper_colour_next_list1_n ON pg_temp.paper_paper_colour_next_list1 (n);
CREATE INDEX IF NOT EXISTS paper_paper_colour_next_list1_k ON pg_temp.paper_paper_colour_next_list1 (k);

DO $accrete$
DECLARE
    low_1 paper.area%TYPE;
    low_2 paper.colour%TYPE;
    high_1 paper.area%TYPE;
    high_2 paper.colour%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT area, colour INTO low_1, low_2 FROM paper ORDER BY area, colour LIMIT 1;
    LOOP
        SELECT area, colour INTO high_1, high_2 FROM paper WHERE (area, colour) >= (low_1, low_2) ORDER BY area, colour OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE paper SET paper_colour_next = cast(lpad(cast((select x.n from pg_temp.paper_paper_colour_next_list1 x where x.k = paper.colour) as varchar), 32, '0') as uuid) WHERE paper_colour_next IS NULL AND colour IS NOT NULL AND (area, colour) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE paper SET paper_colour_next = cast(lpad(cast((select x.n from pg_temp.paper_paper_colour_next_list1 x where x.k = paper.colour) as varchar), 32, '0') as uuid) WHERE paper_colour_next IS NULL AND colour IS NOT NULL AND (area, colour) >= (low_1, low_2) AND (area, colour) < (high_1, high_2);
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

DROP TABLE IF EXISTS pg_temp.paper_paper_colour_next_list1;
RESET statement_timeout;

-- accrete:step 8 transaction locks=paper paper.colour: change type to uuid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER paper_colour_sync ON paper;
DROP FUNCTION paper_colour_sync();

ALTER TABLE paper DROP CONSTRAINT paper_colour_check,
    ALTER COLUMN colour TYPE uuid USING paper_colour_next;

ALTER TABLE paper DROP COLUMN paper_colour_next;
COMMIT;

-- accrete:step 9 transaction locks=shelf shelf.since: add a column for what is looked up
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shelf ADD COLUMN shelf_since_next double precision;

CREATE FUNCTION shelf_since_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.paper_id IS NOT DISTINCT FROM OLD.paper_id AND NEW.since IS NOT DISTINCT FROM OLD.since THEN
        RETURN NEW;
    END IF;
    NEW.shelf_since_next := (SELECT (select x.n from (select o.paper_id as k1, o.since as k2, row_number() over (order by o.paper_id, o.since) as n from shelf o) x where x.k1 = shelf.paper_id and x.k2 = shelf.since) FROM (SELECT NEW.*) AS shelf);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER shelf_since_sync BEFORE INSERT OR UPDATE ON shelf FOR EACH ROW EXECUTE FUNCTION shelf_since_sync();
COMMIT;

-- accrete:step 10 autocommit shelf.since: look up the values of rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.shelf_shelf_since_next_list1;

CREATE TEMPORARY TABLE shelf_shelf_since_next_list1 AS
    select o.paper_id as k1, o.since as k2, row_number() over (order by o.paper_id, o.since) as n from shelf o;

CREATE INDEX IF NOT EXISTS shelf_shelf_since_next_list1_n ON pg_temp.shelf_shelf_since_next_list1 (n);
CREATE INDEX IF NOT EXISTS shelf_shelf_since_next_list1_k1 ON pg_temp.shelf_shelf_since_next_list1 (k1);
CREATE INDEX IF NOT EXISTS shelf_shelf_since_next_list1_k2 ON pg_temp.shelf_shelf_since_next_list1 (k2);

DO $accrete$
DECLARE
    low_1 shelf.paper_id%TYPE;
    low_2 shelf.since%TYPE;
    high_1 shelf.paper_id%TYPE;
    high_2 shelf.since%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT paper_id, since INTO low_1, low_2 FROM shelf ORDER BY paper_id, since LIMIT 1;
    LOOP
        SELECT paper_id, since INTO high_1, high_2 FROM shelf WHERE (paper_id, since) >= (low_1, low_2) ORDER BY paper_id, since OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE shelf SET shelf_since_next = (select x.n from pg_temp.shelf_shelf_since_next_list1 x where x.k1 = shelf.paper_id and x.k2 = shelf.since) WHERE shelf_since_next IS NULL AND since IS NOT NULL AND (paper_id, since) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE shelf SET shelf_since_next = (select x.n from pg_temp.shelf_shelf_since_next_list1 x where x.k1 = shelf.paper_id and x.k2 = shelf.since) WHERE shelf_since_next IS NULL AND since IS NOT NULL AND (paper_id, since) >= (low_1, low_2) AND (paper_id, since) < (high_1, high_2);
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

DROP TABLE IF EXISTS pg_temp.shelf_shelf_since_next_list1;
RESET statement_timeout;

-- accrete:step 11 transaction locks=shelf shelf.since: change type to double precision
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE shelf IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER shelf_since_sync ON shelf;
DROP FUNCTION shelf_since_sync();
ALTER TABLE shelf ALTER COLUMN since TYPE double precision USING shelf_since_next;
ALTER TABLE shelf DROP COLUMN shelf_since_next;
COMMIT;

-- accrete:step 12 transaction locks=paper,review review: add foreign key review_paper_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE paper, review IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE review ADD CONSTRAINT review_paper_fkey FOREIGN KEY (paper_area, paper_colour) REFERENCES paper (area, colour) NOT VALID;
COMMIT;

-- accrete:step 13 transaction review: validate review_paper_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE review VALIDATE CONSTRAINT review_paper_fkey;
COMMIT;
