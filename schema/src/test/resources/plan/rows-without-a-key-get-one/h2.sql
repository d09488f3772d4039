-- accrete:migration V0002 case h2
-- accrete:model 1:4e6b791b08e1854f788504eaf6138f83
-- accrete:verdict breaking
--
-- Changes
--   product_choice.id   add column bigint not null, existing rows: row_number() over (order by product_id, choice_id)   ProductChoice.id
--   product_choice      add primary key product_choice_pkey (id)                                                        Product.choice
-- Locks
--   product_choice      EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] product_choice.id: inserts of the running version leave the new column out and fail
--   [ACC-H501] product_choice.id: the table has no primary key to go along, so one statement fills in all rows
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit product_choice.id: add column
ALTER TABLE product_choice ADD COLUMN id bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS product_choice_id_values AS
    SELECT _ROWID_ AS key_1, row_number() over (order by product_id, choice_id) AS found
    FROM product_choice;

CREATE UNIQUE INDEX IF NOT EXISTS product_choice_id_place ON product_choice_id_values (key_1);
UPDATE product_choice SET id = (SELECT v.found FROM product_choice_id_values v WHERE v.key_1 = product_choice._ROWID_) WHERE id IS NULL;
DROP TABLE IF EXISTS product_choice_id_values;
ALTER TABLE product_choice ALTER COLUMN id SET NOT NULL;

-- accrete:step 2 autocommit product_choice: add primary key
ALTER TABLE product_choice ADD CONSTRAINT product_choice_pkey PRIMARY KEY (id);
