-- accrete:undo V0002 draft postgresql
-- accrete:model 1:146306e31d4c04cfdaf2b5f5111d163b
-- accrete:verdict breaking
--
-- Changes
--   Product.stock   change type from bigint to integer                                                 Product.stock
--   Product.price   change type from numeric(10,2) to varchar(255)                                     Product.price
--   Product.code    change type from varchar(60) to varchar(20), using substring(code from 1 for 20)   Product.code
-- Locks
--   Product         ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] Product.stock: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] Product.stock: the running version of the application may write values that no longer fit
--   [ACC-H210] Product.stock: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] Product.price: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] Product.price: the running version of the application may write values that no longer fit
--   [ACC-H210] Product.price: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] Product.code: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] Product.code: the running version of the application may write values that no longer fit
--   [ACC-H210] Product.code: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   Product.code: what the conversion of its values left out
--   Product.price: what the conversion of its values left out
--   Product.stock: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=Product Product.code: change type to varchar(20)
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Product ALTER COLUMN code TYPE varchar(20) USING substring(code from 1 for 20);
COMMIT;

-- accrete:step 2 transaction locks=Product Product.price: change type to varchar(255)
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Product ALTER COLUMN price TYPE varchar(255) USING price::varchar(255);
COMMIT;

-- accrete:step 3 transaction locks=Product Product.stock: change type to integer
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE Product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Product ALTER COLUMN stock TYPE integer USING stock::integer;
COMMIT;
