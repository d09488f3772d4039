-- accrete:migration V0002 case postgresql
-- accrete:model 1:4e6b791b08e1854f788504eaf6138f83
-- accrete:verdict breaking
--
-- Changes
--   product_choice.id   add column bigint not null, existing rows: row_number() over (order by product_id, choice_id)   ProductChoice.id
--   product_choice      add primary key product_choice_pkey (id)                                                        Product.choice
-- Locks
--   product_choice      ACCESS EXCLUSIVE, instant
--   product_choice      SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] product_choice.id: inserts of the running version leave the new column out and fail
--   [ACC-H501] product_choice.id: the table has no primary key to go along, so one statement fills in all rows
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=product_choice product_choice.id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE product_choice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE product_choice ADD COLUMN id bigint;
COMMIT;

-- accrete:step 2 autocommit product_choice.id: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.product_choice_id_values;

CREATE TEMPORARY TABLE product_choice_id_values AS
    SELECT ctid AS key_1, row_number() over (order by product_id, choice_id) AS found
    FROM product_choice;

CREATE UNIQUE INDEX IF NOT EXISTS product_choice_id_place ON pg_temp.product_choice_id_values (key_1);
UPDATE product_choice SET id = (SELECT v.found FROM pg_temp.product_choice_id_values v WHERE v.key_1 = product_choice.ctid) WHERE id IS NULL;
DROP TABLE IF EXISTS pg_temp.product_choice_id_values;
RESET statement_timeout;

-- accrete:step 3 transaction locks=product_choice product_choice.id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE product_choice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE product_choice ADD CONSTRAINT product_choice_id_present CHECK (id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit product_choice.id: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.product_choice_id_values;

CREATE TEMPORARY TABLE product_choice_id_values AS
    SELECT ctid AS key_1, row_number() over (order by product_id, choice_id) AS found
    FROM product_choice;

CREATE UNIQUE INDEX IF NOT EXISTS product_choice_id_place ON pg_temp.product_choice_id_values (key_1);
UPDATE product_choice SET id = (SELECT v.found FROM pg_temp.product_choice_id_values v WHERE v.key_1 = product_choice.ctid) WHERE id IS NULL;
DROP TABLE IF EXISTS pg_temp.product_choice_id_values;
RESET statement_timeout;

-- accrete:step 5 transaction product_choice: validate product_choice_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE product_choice VALIDATE CONSTRAINT product_choice_id_present;
COMMIT;

-- accrete:step 6 transaction locks=product_choice product_choice.id: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE product_choice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE product_choice ALTER COLUMN id SET NOT NULL;
ALTER TABLE product_choice DROP CONSTRAINT product_choice_id_present;
COMMIT;

-- accrete:step 7 autocommit index=product_choice_pkey product_choice: build index product_choice_pkey online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY product_choice_pkey ON product_choice (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 8 transaction locks=product_choice product_choice: add primary key product_choice_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE product_choice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE product_choice ADD CONSTRAINT product_choice_pkey PRIMARY KEY USING INDEX product_choice_pkey;
COMMIT;
