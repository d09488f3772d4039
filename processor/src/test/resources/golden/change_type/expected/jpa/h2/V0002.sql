-- accrete:migration V0002 draft h2
-- accrete:model 1:46824a7c1ca9eb78556337aa63fe9945
-- accrete:verdict breaking
--
-- Changes
--   Product.code    change type from varchar(20) to varchar(60)                                          Product.code
--   Product.price   change type from varchar(255) to numeric(10,2), using cast(price as numeric(10,2))   Product.price
--   Product.stock   change type from integer to bigint                                                   Product.stock
-- Locks
--   Product         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] Product.price: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit Product.code: change type to varchar(60)
ALTER TABLE Product ALTER COLUMN code SET DATA TYPE varchar(60);

-- accrete:step 2 autocommit Product.price: change type to numeric(10,2)
ALTER TABLE Product ALTER COLUMN price SET DATA TYPE numeric(10,2) USING cast(price as numeric(10,2));

-- accrete:step 3 autocommit Product.stock: change type to bigint
ALTER TABLE Product ALTER COLUMN stock SET DATA TYPE bigint;
