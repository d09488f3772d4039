-- accrete:undo V0002 case postgresql
-- accrete:model 1:12a6579340d8eb14f3a62a13c4d45f32
-- accrete:verdict breaking
--
-- Changes
--   store      create table
--   customer   create table
--   invoice    add empty rows to customer that invoice_customer_id_fkey misses      Invoice
--   invoice    add foreign key invoice_customer_id_fkey (customer_id) to customer   Invoice
--   customer   add empty rows to store that customer_store_id_fkey misses
--   customer   add foreign key customer_store_id_fkey (store_id) to store
-- Locks
--   customer   SHARE ROW EXCLUSIVE, instant
--   customer   SHARE UPDATE EXCLUSIVE, scan
--   invoice    SHARE ROW EXCLUSIVE, instant
--   invoice    SHARE UPDATE EXCLUSIVE, scan
--   store      SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H205] invoice: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] invoice: the running version fails when it writes references to rows of customer, which it does not know
--   [ACC-H401] invoice: no index starts with [customer_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   customer: add empty rows to store that customer_store_id_fkey misses
--   invoice: add empty rows to customer that invoice_customer_id_fkey misses
--   customer: the rows that were dropped
--   store: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction create customer, store, which nobody uses yet
BEGIN;
CREATE TABLE customer (
    id bigint NOT NULL,
    store_id bigint NOT NULL,
    CONSTRAINT customer_pkey PRIMARY KEY (id)
);

CREATE TABLE store (
    id bigint NOT NULL,
    name varchar(20) NOT NULL,
    CONSTRAINT store_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 autocommit invoice: mend references to customer
SET statement_timeout = 0;

INSERT INTO customer (id, store_id)
    SELECT id, 0 FROM (SELECT DISTINCT invoice.customer_id AS id FROM invoice
    WHERE invoice.customer_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM customer r WHERE r.id = invoice.customer_id)) k;

RESET statement_timeout;

-- accrete:step 3 autocommit customer: mend references to store
SET statement_timeout = 0;

INSERT INTO store (id, name)
    SELECT id, '' FROM (SELECT DISTINCT customer.store_id AS id FROM customer
    WHERE customer.store_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM store r WHERE r.id = customer.store_id)) k;

RESET statement_timeout;

-- accrete:step 4 transaction locks=customer,store customer: add foreign key customer_store_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer, store IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE customer ADD CONSTRAINT customer_store_id_fkey FOREIGN KEY (store_id) REFERENCES store (id) NOT VALID;
COMMIT;

-- accrete:step 5 transaction customer: validate customer_store_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE customer VALIDATE CONSTRAINT customer_store_id_fkey;
COMMIT;

-- accrete:step 6 transaction locks=customer,invoice invoice: add foreign key invoice_customer_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customer, invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE invoice ADD CONSTRAINT invoice_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id) NOT VALID;
COMMIT;

-- accrete:step 7 transaction invoice: validate invoice_customer_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE invoice VALIDATE CONSTRAINT invoice_customer_id_fkey;
COMMIT;
