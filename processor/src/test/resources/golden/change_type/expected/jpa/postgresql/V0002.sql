-- accrete:migration V0002 draft postgresql
-- accrete:model 1:46824a7c1ca9eb78556337aa63fe9945
-- accrete:verdict breaking
--
-- Changes
--   Product.code    change type from varchar(20) to varchar(60)                                          Product.code
--   Product.price   change type from varchar(255) to numeric(10,2), using cast(price as numeric(10,2))   Product.price
--   Product.stock   change type from integer to bigint                                                   Product.stock
-- Locks
--   Product         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H210] Product.code: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] Product.price: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] Product.price: the running version of the application may write values that no longer fit
--   [ACC-H210] Product.price: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] Product.stock: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H210] Product.stock: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=Product Product.code: change type to varchar(60)
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Product ALTER COLUMN code TYPE varchar(60);
COMMIT;

-- accrete:step 2 transaction locks=Product Product.price: change type to numeric(10,2)
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Product ALTER COLUMN price TYPE numeric(10,2) USING cast(price as numeric(10,2));
COMMIT;

-- accrete:step 3 transaction locks=Product Product.stock: change type to bigint
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Product ALTER COLUMN stock TYPE bigint USING stock::bigint;
COMMIT;
