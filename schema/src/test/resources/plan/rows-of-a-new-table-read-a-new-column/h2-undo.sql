-- accrete:undo V0002 case h2
-- accrete:model 1:c1575ae911851da92a7b5c3230dffe11
-- accrete:verdict breaking
--
-- Changes
--   transfer             drop foreign key transfer_payment_id_fkey (payment_id) to payment    Transfer
--   detail               drop foreign key detail_transfer_id_fkey (transfer_id) to transfer   Detail
--   payment              drop primary key payment_pkey (id)                                   Payment
--   payment.id           drop column                                                          Payment.id
--   detail.transfer_id   drop column                                                          Detail.transferId
--   transfer             drop table                                                           Transfer
--   transfer_seq         drop sequence
--   payment              add primary key payment_pkey (nr)                                    Payment
-- Locks
--   detail               EXCLUSIVE, rewrite
--   payment              EXCLUSIVE, rewrite
--   transfer             EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] payment.id: the running version of the application still reads and writes the column
--   [ACC-H301] payment.id: its data is gone for good
--   [ACC-H202] detail.transfer_id: the running version of the application still reads and writes the column
--   [ACC-H301] detail.transfer_id: its data is gone for good
--   [ACC-H202] transfer: the running version of the application still uses the table
--   [ACC-H301] transfer: its data is gone for good
--   [ACC-H202] transfer_seq: the running version of the application still takes ids from the sequence
-- Data that does not come back
--   transfer: all rows
--   detail.transfer_id: all values
--   payment.id: all values
-- Rows that stop this
--   payment: the same values in nr
--     SELECT nr, count(*) FROM payment GROUP BY nr HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit detail: drop foreign key detail_transfer_id_fkey
ALTER TABLE detail DROP CONSTRAINT IF EXISTS detail_transfer_id_fkey;

-- accrete:step 2 autocommit transfer: drop foreign key transfer_payment_id_fkey
ALTER TABLE transfer DROP CONSTRAINT IF EXISTS transfer_payment_id_fkey;

-- accrete:step 3 autocommit payment: drop primary key payment_pkey
ALTER TABLE payment DROP CONSTRAINT IF EXISTS payment_pkey;

-- accrete:step 4 autocommit payment: add primary key
ALTER TABLE payment ADD CONSTRAINT payment_pkey PRIMARY KEY (nr);

-- accrete:step 5 autocommit detail.transfer_id: drop column
ALTER TABLE detail DROP COLUMN IF EXISTS transfer_id;

-- accrete:step 6 autocommit payment.id: drop column
ALTER TABLE payment DROP COLUMN IF EXISTS id;

-- accrete:step 7 autocommit drop transfer_seq, transfer
DROP TABLE IF EXISTS transfer;
DROP SEQUENCE IF EXISTS transfer_seq;
