-- accrete:undo V0002 case h2
-- accrete:model 1:7d8f47c01d7f18de483c827adfbcd749
-- accrete:verdict breaking
--
-- Changes
--   purchase                      create table
--   parcel.purchase_no            add column integer not null, existing rows: 0                                          Parcel
--   parcel.purchase_customer_id   add column bigint not null, existing rows: (SELECT min(id) FROM customer)              Parcel
--   bill.purchase_no              add column integer not null, existing rows: CAST(nr + coalesce((SELECT max(o.purchase_no) FROM bill o), 0) AS integer)   Bill
--   bill.purchase_customer_id     add column bigint not null, existing rows: (SELECT min(id) FROM customer)              Bill
--   bill                          drop primary key bill_pkey (nr)                                                        Bill
--   bill.nr                       drop column                                                                            Bill.nr
--   bill                          add primary key bill_pkey (purchase_customer_id, purchase_no)                          Bill
--   purchase                      add foreign key purchase_customer_id_fkey (customer_id) to customer
--   parcel                        add empty rows to purchase that parcel_purchase_fkey misses                            Parcel
--   parcel                        add foreign key parcel_purchase_fkey (purchase_customer_id, purchase_no) to purchase   Parcel
--   bill                          add empty rows to purchase that bill_purchase_fkey misses                              Bill
--   bill                          add foreign key bill_purchase_fkey (purchase_customer_id, purchase_no) to purchase     Bill
-- Locks
--   bill                          EXCLUSIVE, rewrite
--   parcel                        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] parcel.purchase_no: inserts of the running version leave the new column out and fail
--   [ACC-H203] parcel.purchase_customer_id: inserts of the running version leave the new column out and fail
--   [ACC-H203] bill.purchase_no: inserts of the running version leave the new column out and fail
--   [ACC-H203] bill.purchase_customer_id: inserts of the running version leave the new column out and fail
--   [ACC-H202] bill.nr: the running version of the application still reads and writes the column
--   [ACC-H301] bill.nr: its data is gone for good
-- Data that does not come back
--   bill: add empty rows to purchase that bill_purchase_fkey misses
--   parcel: add empty rows to purchase that parcel_purchase_fkey misses
--   bill.nr: all values
--   bill.purchase_customer_id: the values that were dropped
--   bill.purchase_no: the values that were dropped
--   parcel.purchase_customer_id: the values that were dropped
--   parcel.purchase_no: the values that were dropped
--   purchase: the rows that were dropped
-- Rows that stop this
--   parcel.purchase_customer_id: no value, where none is found for them
--     SELECT * FROM parcel WHERE (SELECT min(id) FROM customer) IS NULL;
--   bill.purchase_customer_id: no value, where none is found for them
--     SELECT * FROM bill WHERE (SELECT min(id) FROM customer) IS NULL;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit bill: drop primary key bill_pkey
ALTER TABLE bill DROP CONSTRAINT IF EXISTS bill_pkey;

-- accrete:step 2 autocommit create purchase
CREATE TABLE purchase (
    customer_id bigint NOT NULL,
    no integer NOT NULL,
    CONSTRAINT purchase_pkey PRIMARY KEY (customer_id, no)
);

ALTER TABLE purchase ADD CONSTRAINT purchase_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id);

-- accrete:step 3 autocommit bill.purchase_customer_id: add column
ALTER TABLE bill ADD COLUMN purchase_customer_id bigint;
UPDATE bill SET purchase_customer_id = (SELECT min(id) FROM customer) WHERE purchase_customer_id IS NULL;
ALTER TABLE bill ALTER COLUMN purchase_customer_id SET NOT NULL;

-- accrete:step 4 autocommit bill.purchase_no: add column
ALTER TABLE bill ADD COLUMN purchase_no integer;
UPDATE bill SET purchase_no = CAST(nr + coalesce((SELECT max(o.purchase_no) FROM bill o), 0) AS integer) WHERE purchase_no IS NULL;
ALTER TABLE bill ALTER COLUMN purchase_no SET NOT NULL;

-- accrete:step 5 autocommit parcel.purchase_customer_id: add column
ALTER TABLE parcel ADD COLUMN purchase_customer_id bigint;
UPDATE parcel SET purchase_customer_id = (SELECT min(id) FROM customer) WHERE purchase_customer_id IS NULL;
ALTER TABLE parcel ALTER COLUMN purchase_customer_id SET NOT NULL;

-- accrete:step 6 autocommit parcel.purchase_no: add column
ALTER TABLE parcel ADD COLUMN purchase_no integer;
UPDATE parcel SET purchase_no = 0 WHERE purchase_no IS NULL;
ALTER TABLE parcel ALTER COLUMN purchase_no SET NOT NULL;

-- accrete:step 7 autocommit bill: add primary key
ALTER TABLE bill ADD CONSTRAINT bill_pkey PRIMARY KEY (purchase_customer_id, purchase_no);

-- accrete:step 8 autocommit bill: mend references to purchase
INSERT INTO purchase (customer_id, no)
    SELECT customer_id, no FROM (SELECT DISTINCT bill.purchase_customer_id AS customer_id, bill.purchase_no AS no FROM bill
    WHERE bill.purchase_customer_id IS NOT NULL AND bill.purchase_no IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM purchase r WHERE r.customer_id = bill.purchase_customer_id AND r.no = bill.purchase_no)) k;

-- accrete:step 9 autocommit parcel: mend references to purchase
INSERT INTO purchase (customer_id, no)
    SELECT customer_id, no FROM (SELECT DISTINCT parcel.purchase_customer_id AS customer_id, parcel.purchase_no AS no FROM parcel
    WHERE parcel.purchase_customer_id IS NOT NULL AND parcel.purchase_no IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM purchase r WHERE r.customer_id = parcel.purchase_customer_id AND r.no = parcel.purchase_no)) k;

-- accrete:step 10 autocommit bill: add foreign key bill_purchase_fkey
ALTER TABLE bill ADD CONSTRAINT bill_purchase_fkey FOREIGN KEY (purchase_customer_id, purchase_no) REFERENCES purchase (customer_id, no);

-- accrete:step 11 autocommit parcel: add foreign key parcel_purchase_fkey
ALTER TABLE parcel ADD CONSTRAINT parcel_purchase_fkey FOREIGN KEY (purchase_customer_id, purchase_no) REFERENCES purchase (customer_id, no);

-- accrete:step 12 autocommit bill.nr: drop column
ALTER TABLE bill DROP COLUMN IF EXISTS nr;
