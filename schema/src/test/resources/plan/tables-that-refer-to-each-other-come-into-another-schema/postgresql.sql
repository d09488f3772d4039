-- accrete:migration V0002 case postgresql
-- accrete:model 1:89a9812668a2b4fdb547f6a5c8c3f365
-- accrete:verdict breaking
--
-- Changes
--   brand        rename table from shop.brand                              Brand
--   item         rename table from shop.item                               Item
--   shop.note    drop foreign key note_brand_id_fkey (brand_id) to brand
--   shop.note    keep unmapped table
-- Locks
--   brand        ACCESS EXCLUSIVE, instant
--   shop.brand   ACCESS EXCLUSIVE, instant
--   shop.item    ACCESS EXCLUSIVE, instant
--   shop.note    ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H201] brand: the running version of the application looks for the old name
--   [ACC-H201] item: the running version of the application looks for the old name
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=shop.brand shop.brand: rename to brand
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shop.brand IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

DO $accrete$
BEGIN
    EXECUTE 'ALTER TABLE shop.brand SET SCHEMA ' || quote_ident(current_schema());
END
$accrete$;
COMMIT;

-- accrete:step 2 transaction locks=shop.item shop.item: rename to item
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE shop.item IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

DO $accrete$
BEGIN
    EXECUTE 'ALTER TABLE shop.item SET SCHEMA ' || quote_ident(current_schema());
END
$accrete$;
COMMIT;

-- accrete:step 3 transaction locks=brand,shop.note shop.note: drop foreign key note_brand_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE brand, shop.note IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE shop.note DROP CONSTRAINT note_brand_id_fkey;
COMMIT;
