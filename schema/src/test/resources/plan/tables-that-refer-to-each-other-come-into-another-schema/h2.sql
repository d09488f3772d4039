-- accrete:migration V0002 case h2
-- accrete:model 1:89a9812668a2b4fdb547f6a5c8c3f365
-- accrete:verdict breaking
--
-- Changes
--   brand        rename table from shop.brand                              Brand
--   item         rename table from shop.item                               Item
--   shop.note    drop foreign key note_brand_id_fkey (brand_id) to brand
--   shop.note    keep unmapped table
-- Locks
--   shop.brand   EXCLUSIVE, rewrite
--   shop.item    EXCLUSIVE, rewrite
--   shop.note    EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] brand: the running version of the application looks for the old name
--   [ACC-H201] item: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit shop.brand: move to brand, create it in its new schema
CREATE TABLE brand (
    id bigint NOT NULL,
    CONSTRAINT brand_pkey PRIMARY KEY (id)
);

-- accrete:step 2 autocommit shop.brand: move to brand, copy its rows
INSERT INTO brand (id)
    SELECT id FROM shop.brand
    WHERE NOT EXISTS (SELECT 1 FROM brand);

-- accrete:step 3 autocommit shop.brand: move to brand, take over its foreign keys
ALTER TABLE shop.item DROP CONSTRAINT IF EXISTS item_brand_id_fkey;
EXECUTE IMMEDIATE 'ALTER TABLE shop.item ADD CONSTRAINT item_brand_id_fkey FOREIGN KEY (brand_id) REFERENCES ' || quote_ident(current_schema) || '.brand (id)';
ALTER TABLE shop.note DROP CONSTRAINT IF EXISTS note_brand_id_fkey;
EXECUTE IMMEDIATE 'ALTER TABLE shop.note ADD CONSTRAINT note_brand_id_fkey FOREIGN KEY (brand_id) REFERENCES ' || quote_ident(current_schema) || '.brand (id)';

-- accrete:step 4 autocommit shop.brand: move to brand, drop it in its old schema
DROP TABLE IF EXISTS shop.brand;

-- accrete:step 5 autocommit shop.item: move to item, create it in its new schema
CREATE TABLE item (
    id bigint NOT NULL,
    brand_id bigint NOT NULL,
    CONSTRAINT item_pkey PRIMARY KEY (id)
);

-- accrete:step 6 autocommit shop.item: move to item, copy its rows
INSERT INTO item (id, brand_id)
    SELECT id, brand_id FROM shop.item
    WHERE NOT EXISTS (SELECT 1 FROM item);

-- accrete:step 7 autocommit shop.item: move to item, take over its foreign keys
ALTER TABLE item ADD CONSTRAINT item_brand_id_fkey FOREIGN KEY (brand_id) REFERENCES brand (id);

-- accrete:step 8 autocommit shop.item: move to item, drop it in its old schema
DROP TABLE IF EXISTS shop.item;

-- accrete:step 9 autocommit shop.note: drop foreign key note_brand_id_fkey
ALTER TABLE shop.note DROP CONSTRAINT IF EXISTS note_brand_id_fkey;
