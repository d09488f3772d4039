-- accrete:undo V0002 case h2
-- accrete:model 1:0f85e1687a8e31accc204beccbf22d9c
-- accrete:verdict breaking
--
-- Changes
--   shop.note    add foreign key note_brand_id_fkey (brand_id) to brand
--   shop.item    rename table from item
--   shop.brand   rename table from brand
-- Locks
--   brand        EXCLUSIVE, rewrite
--   item         EXCLUSIVE, rewrite
--   shop.note    EXCLUSIVE, scan
-- Hazards
--   [ACC-H201] shop.item: the running version of the application looks for the old name
--   [ACC-H201] shop.brand: the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Rows that stop this
--   shop.note: references to rows of brand that are not there
--     SELECT * FROM shop.note c WHERE NOT EXISTS (SELECT 1 FROM brand p WHERE p.id = c.brand_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit shop.note: add foreign key note_brand_id_fkey
EXECUTE IMMEDIATE 'ALTER TABLE shop.note ADD CONSTRAINT note_brand_id_fkey FOREIGN KEY (brand_id) REFERENCES ' || quote_ident(current_schema) || '.brand (id)';

-- accrete:step 2 autocommit item: move to shop.item, create it in its new schema
CREATE TABLE shop.item (
    id bigint NOT NULL,
    brand_id bigint NOT NULL,
    CONSTRAINT item_pkey PRIMARY KEY (id)
);

-- accrete:step 3 autocommit item: move to shop.item, copy its rows
INSERT INTO shop.item (id, brand_id)
    SELECT id, brand_id FROM item
    WHERE NOT EXISTS (SELECT 1 FROM shop.item);

-- accrete:step 4 autocommit item: move to shop.item, take over its foreign keys
EXECUTE IMMEDIATE 'ALTER TABLE shop.item ADD CONSTRAINT item_brand_id_fkey FOREIGN KEY (brand_id) REFERENCES ' || quote_ident(current_schema) || '.brand (id)';

-- accrete:step 5 autocommit item: move to shop.item, drop it in its old schema
DROP TABLE IF EXISTS item;

-- accrete:step 6 autocommit brand: move to shop.brand, create it in its new schema
CREATE TABLE shop.brand (
    id bigint NOT NULL,
    CONSTRAINT brand_pkey PRIMARY KEY (id)
);

-- accrete:step 7 autocommit brand: move to shop.brand, copy its rows
INSERT INTO shop.brand (id)
    SELECT id FROM brand
    WHERE NOT EXISTS (SELECT 1 FROM shop.brand);

-- accrete:step 8 autocommit brand: move to shop.brand, take over its foreign keys
ALTER TABLE shop.item DROP CONSTRAINT IF EXISTS item_brand_id_fkey;
ALTER TABLE shop.item ADD CONSTRAINT item_brand_id_fkey FOREIGN KEY (brand_id) REFERENCES shop.brand (id);
ALTER TABLE shop.note DROP CONSTRAINT IF EXISTS note_brand_id_fkey;
ALTER TABLE shop.note ADD CONSTRAINT note_brand_id_fkey FOREIGN KEY (brand_id) REFERENCES shop.brand (id);

-- accrete:step 9 autocommit brand: move to shop.brand, drop it in its old schema
DROP TABLE IF EXISTS brand;
