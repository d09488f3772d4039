-- accrete:migration V0001 draft h2
-- accrete:model 1:7d17613404e1b5f84f1b8ad13bdcd877
-- accrete:verdict compatible
--
-- Changes
--   customers_seq   create sequence start 1 increment 50
--   purchases_seq   create sequence start 1 increment 50
--   customers       create table                                                            Customer
--   purchases       create table                                                            Purchase
--   purchases       add foreign key fk_payer (paid_by) to customers                         Purchase
--   purchases       add foreign key purchases_customer_id_fkey (customer_id) to customers   Purchase
--   purchases       add foreign key purchases_replaces_id_fkey (replaces_id) to purchases   Purchase
-- Locks
--   none
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit create customers_seq, purchases_seq, customers, purchases
CREATE SEQUENCE customers_seq START WITH 1 INCREMENT BY 50;
CREATE SEQUENCE purchases_seq START WITH 1 INCREMENT BY 50;

CREATE TABLE customers (
    id bigint NOT NULL,
    CONSTRAINT customers_pkey PRIMARY KEY (id)
);

CREATE TABLE purchases (
    id bigint NOT NULL,
    customer_id bigint NOT NULL,
    paid_by bigint,
    replaces_id bigint,
    unchecked_id bigint,
    CONSTRAINT purchases_pkey PRIMARY KEY (id),
    CONSTRAINT purchases_replaces_id_key UNIQUE (replaces_id)
);

ALTER TABLE purchases ADD CONSTRAINT fk_payer FOREIGN KEY (paid_by) REFERENCES customers (id);
ALTER TABLE purchases ADD CONSTRAINT purchases_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers (id);
ALTER TABLE purchases ADD CONSTRAINT purchases_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES purchases (id);
