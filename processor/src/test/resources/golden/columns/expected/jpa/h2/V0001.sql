-- accrete:migration V0001 draft h2
-- accrete:model 1:3459f412cc4618ef49ef520ad8ac6a60
-- accrete:verdict compatible
--
-- Changes
--   products   create table   Product
-- Locks
--   none
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit create products
CREATE TABLE products (
    id bigint NOT NULL,
    sku varchar(12) NOT NULL,
    title varchar(255) NOT NULL,
    price numeric(10,2) NOT NULL,
    stock smallint DEFAULT 0 NOT NULL,
    weight integer,
    version integer NOT NULL,
    CONSTRAINT products_pkey PRIMARY KEY (id),
    CONSTRAINT products_sku_key UNIQUE (sku)
);

COMMENT ON TABLE products IS 'What the shop sells';
COMMENT ON COLUMN products.weight IS 'in grams';
