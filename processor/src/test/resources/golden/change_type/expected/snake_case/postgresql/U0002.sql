-- accrete:undo V0002 draft postgresql
-- accrete:model 1:146306e31d4c04cfdaf2b5f5111d163b
-- accrete:verdict breaking
--
-- Changes
--   product.stock   change type from bigint to integer                                                 Product.stock
--   product.price   change type from numeric(10,2) to varchar(255)                                     Product.price
--   product.code    change type from varchar(60) to varchar(20), using substring(code from 1 for 20)   Product.code
-- Locks
--   product         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] product.stock: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] product.stock: the running version of the application may write values that no longer fit
--   [ACC-H210] product.stock: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] product.price: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] product.price: the running version of the application may write values that no longer fit
--   [ACC-H210] product.price: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] product.code: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] product.code: the running version of the application may write values that no longer fit
--   [ACC-H210] product.code: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   product.code: what the conversion of its values left out
--   product.price: what the conversion of its values left out
--   product.stock: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=product product.code: change type to varchar(20)
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE product ALTER COLUMN code TYPE varchar(20) USING substring(code from 1 for 20);
COMMIT;

-- accrete:step 2 transaction locks=product product.price: change type to varchar(255)
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE product ALTER COLUMN price TYPE varchar(255) USING price::varchar(255);
COMMIT;

-- accrete:step 3 transaction locks=product product.stock: change type to integer
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE product ALTER COLUMN stock TYPE integer USING stock::integer;
COMMIT;
