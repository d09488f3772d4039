-- accrete:migration V0002 draft postgresql
-- accrete:model 1:46824a7c1ca9eb78556337aa63fe9945
-- accrete:verdict breaking
--
-- Changes
--   product.code    change type from varchar(20) to varchar(60)                                          Product.code
--   product.price   change type from varchar(255) to numeric(10,2), using cast(price as numeric(10,2))   Product.price
--   product.stock   change type from integer to bigint                                                   Product.stock
-- Locks
--   product         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H210] product.code: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] product.price: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] product.price: the running version of the application may write values that no longer fit
--   [ACC-H210] product.price: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] product.stock: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H210] product.stock: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=product product.code: change type to varchar(60)
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE product ALTER COLUMN code TYPE varchar(60);
COMMIT;

-- accrete:step 2 transaction locks=product product.price: change type to numeric(10,2)
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE product ALTER COLUMN price TYPE numeric(10,2) USING cast(price as numeric(10,2));
COMMIT;

-- accrete:step 3 transaction locks=product product.stock: change type to bigint
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE product ALTER COLUMN stock TYPE bigint USING stock::bigint;
COMMIT;
