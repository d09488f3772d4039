-- accrete:migration V0002 case h2
-- accrete:model 1:d88b16655d55377463c7ec93184a29b7
-- accrete:verdict breaking
--
-- Changes
--   bill                          drop foreign key bill_purchase_fkey (purchase_customer_id, purchase_no) to purchase     Bill
--   parcel                        drop foreign key parcel_purchase_fkey (purchase_customer_id, purchase_no) to purchase   Parcel
--   purchase                      drop foreign key purchase_customer_id_fkey (customer_id) to customer
--   bill                          drop primary key bill_pkey (purchase_customer_id, purchase_no)                          Bill
--   bill.nr                       add column bigint not null, existing rows: row_number() over (order by purchase_customer_id, purchase_no)   Bill.nr
--   bill                          add primary key bill_pkey (nr)                                                          Bill
--   bill.purchase_customer_id     drop column                                                                             Bill
--   bill.purchase_no              drop column                                                                             Bill
--   parcel.purchase_customer_id   drop column                                                                             Parcel
--   parcel.purchase_no            drop column                                                                             Parcel
--   purchase                      drop table
-- Locks
--   bill                          EXCLUSIVE, rewrite
--   parcel                        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] bill.nr: inserts of the running version leave the new column out and fail
--   [ACC-H202] bill.purchase_customer_id: the running version of the application still reads and writes the column
--   [ACC-H301] bill.purchase_customer_id: its data is gone for good
--   [ACC-H202] bill.purchase_no: the running version of the application still reads and writes the column
--   [ACC-H301] bill.purchase_no: its data is gone for good
--   [ACC-H202] parcel.purchase_customer_id: the running version of the application still reads and writes the column
--   [ACC-H301] parcel.purchase_customer_id: its data is gone for good
--   [ACC-H202] parcel.purchase_no: the running version of the application still reads and writes the column
--   [ACC-H301] parcel.purchase_no: its data is gone for good
--   [ACC-H202] purchase: the running version of the application still uses the table
--   [ACC-H301] purchase: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit bill: drop foreign key bill_purchase_fkey
ALTER TABLE bill DROP CONSTRAINT IF EXISTS bill_purchase_fkey;

-- accrete:step 2 autocommit parcel: drop foreign key parcel_purchase_fkey
ALTER TABLE parcel DROP CONSTRAINT IF EXISTS parcel_purchase_fkey;

-- accrete:step 3 autocommit bill: drop primary key bill_pkey
ALTER TABLE bill DROP CONSTRAINT IF EXISTS bill_pkey;

-- accrete:step 4 autocommit bill.nr: add column
ALTER TABLE bill ADD COLUMN nr bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS bill_nr_values AS
    SELECT purchase_customer_id AS key_1, purchase_no AS key_2, row_number() over (order by purchase_customer_id, purchase_no) AS found
    FROM bill;

CREATE UNIQUE INDEX IF NOT EXISTS bill_nr_place ON bill_nr_values (key_1, key_2);
UPDATE bill SET nr = (SELECT v.found FROM bill_nr_values v WHERE v.key_1 = bill.purchase_customer_id AND v.key_2 = bill.purchase_no) WHERE nr IS NULL;
DROP TABLE IF EXISTS bill_nr_values;
ALTER TABLE bill ALTER COLUMN nr SET NOT NULL;

-- accrete:step 5 autocommit bill: add primary key
ALTER TABLE bill ADD CONSTRAINT bill_pkey PRIMARY KEY (nr);

-- accrete:step 6 autocommit bill.purchase_customer_id: drop column
ALTER TABLE bill DROP COLUMN IF EXISTS purchase_customer_id;

-- accrete:step 7 autocommit bill.purchase_no: drop column
ALTER TABLE bill DROP COLUMN IF EXISTS purchase_no;

-- accrete:step 8 autocommit parcel.purchase_customer_id: drop column
ALTER TABLE parcel DROP COLUMN IF EXISTS purchase_customer_id;

-- accrete:step 9 autocommit parcel.purchase_no: drop column
ALTER TABLE parcel DROP COLUMN IF EXISTS purchase_no;

-- accrete:step 10 autocommit drop purchase
ALTER TABLE IF EXISTS purchase DROP CONSTRAINT IF EXISTS purchase_customer_id_fkey;
DROP TABLE IF EXISTS purchase;
