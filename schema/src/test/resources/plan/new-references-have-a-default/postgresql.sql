-- accrete:migration V0002 case postgresql
-- accrete:model 1:da7418d3628ebfe718dd6ff31ca3c837
-- accrete:verdict breaking
--
-- Changes
--   item.category_id   add column bigint default 2                                       Item.categoryId
--   item.unit_code     add column varchar(10) not null, existing rows: '2'               Item.unitCode
--   item.weight_id     add column varchar(10), existing rows: kind                       Item.weightId
--   item               add foreign key item_category_id_fkey (category_id) to category   Item
--   item               add foreign key item_unit_code_fkey (unit_code) to unit           Item
--   item               add foreign key item_weight_id_fkey (weight_id) to unit           Item
-- Locks
--   category           SHARE ROW EXCLUSIVE, instant
--   item               ACCESS EXCLUSIVE, instant
--   item               SHARE UPDATE EXCLUSIVE, scan
--   unit               SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] item.unit_code: inserts of the running version leave the new column out and fail
--   [ACC-H401] item: no index starts with [category_id], so each delete of a referenced row reads the whole table
--   [ACC-H401] item: no index starts with [unit_code], so each delete of a referenced row reads the whole table
--   [ACC-H401] item: no index starts with [weight_id], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   item: references to rows of category that are not there
--     SELECT * FROM (SELECT item.*, 2 AS meant_1 FROM item) c WHERE NOT EXISTS (SELECT 1 FROM category p WHERE p.id = c.meant_1);
--   item: references to rows of unit that are not there
--     SELECT * FROM (SELECT item.*, CAST('2' AS varchar(10)) AS meant_1 FROM item) c WHERE NOT EXISTS (SELECT 1 FROM unit p WHERE p.code = c.meant_1);
--   item: references to rows of unit that are not there
--     SELECT * FROM (SELECT item.*, kind AS meant_1 FROM item) c WHERE c.meant_1 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM unit p WHERE p.code = c.meant_1);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=item item.category_id: add column; item.unit_code: add column; item.weight_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD COLUMN category_id bigint DEFAULT 2;
ALTER TABLE item ADD COLUMN unit_code varchar(10) DEFAULT '2' NOT NULL;
ALTER TABLE item ALTER COLUMN unit_code DROP DEFAULT;
ALTER TABLE item ADD COLUMN weight_id varchar(10);
COMMIT;

-- accrete:step 2 autocommit item.weight_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 item.id%TYPE;
    high_1 item.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM item ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM item WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE item SET weight_id = kind WHERE weight_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE item SET weight_id = kind WHERE weight_id IS NULL AND id >= low_1 AND id < high_1;
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

-- accrete:step 3 transaction locks=category,item item: add foreign key item_category_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE category, item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_category_id_fkey FOREIGN KEY (category_id) REFERENCES category (id) NOT VALID;
COMMIT;

-- accrete:step 4 transaction item: validate item_category_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_category_id_fkey;
COMMIT;

-- accrete:step 5 transaction locks=item,unit item: add foreign key item_unit_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item, unit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_unit_code_fkey FOREIGN KEY (unit_code) REFERENCES unit (code) NOT VALID;
COMMIT;

-- accrete:step 6 transaction item: validate item_unit_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_unit_code_fkey;
COMMIT;

-- accrete:step 7 transaction locks=item,unit item: add foreign key item_weight_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item, unit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item ADD CONSTRAINT item_weight_id_fkey FOREIGN KEY (weight_id) REFERENCES unit (code) NOT VALID;
COMMIT;

-- accrete:step 8 transaction item: validate item_weight_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE item VALIDATE CONSTRAINT item_weight_id_fkey;
COMMIT;
