-- accrete:undo V0002 case postgresql
-- accrete:model 1:0f85e1687a8e31accc204beccbf22d9c
-- accrete:verdict breaking
--
-- Changes
--   shop.note    add foreign key note_brand_id_fkey (brand_id) to brand
--   shop.item    rename table from item
--   shop.brand   rename table from brand
-- Locks
--   brand        ACCESS EXCLUSIVE, instant
--   item         ACCESS EXCLUSIVE, instant
--   shop.note    SHARE ROW EXCLUSIVE, instant
--   shop.note    SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H401] shop.note: no index starts with [brand_id], so each delete of a referenced row reads the whole table
--   [ACC-H201] shop.item: the running version of the application looks for the old name
--   [ACC-H201] shop.brand: the running version of the application looks for the old name
-- Data that does not come back
--   none
-- Rows that stop this
--   shop.note: references to rows of brand that are not there
--     SELECT * FROM shop.note c WHERE NOT EXISTS (SELECT 1 FROM brand p WHERE p.id = c.brand_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=brand,shop.note shop.note: add foreign key note_brand_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE brand, shop.note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shop.note ADD CONSTRAINT note_brand_id_fkey FOREIGN KEY (brand_id) REFERENCES brand (id) NOT VALID;
COMMIT;

-- accrete:step 2 transaction shop.note: validate note_brand_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE shop.note VALIDATE CONSTRAINT note_brand_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=item item: rename to shop.item
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE item SET SCHEMA shop;
COMMIT;

-- accrete:step 4 transaction locks=brand brand: rename to shop.brand
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE brand IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE brand SET SCHEMA shop;
COMMIT;
