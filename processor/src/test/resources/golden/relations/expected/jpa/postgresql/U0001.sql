-- accrete:undo V0001 draft postgresql
-- accrete:model 1:e3b0c44298fc1c149afbf4c8996fb924
-- accrete:verdict breaking
--
-- Changes
--   purchases       drop foreign key purchases_replaces_id_fkey (replaces_id) to purchases   Purchase
--   purchases       drop foreign key purchases_customer_id_fkey (customer_id) to customers   Purchase
--   purchases       drop foreign key fk_payer (paid_by) to customers                         Purchase
--   purchases       drop table                                                               Purchase
--   customers       drop table                                                               Customer
--   purchases_SEQ   drop sequence
--   customers_SEQ   drop sequence
-- Locks
--   customers       ACCESS EXCLUSIVE, instant
--   purchases       ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] purchases: the running version of the application still uses the table
--   [ACC-H301] purchases: its data is gone for good
--   [ACC-H202] customers: the running version of the application still uses the table
--   [ACC-H301] customers: its data is gone for good
--   [ACC-H202] purchases_SEQ: the running version of the application still takes ids from the sequence
--   [ACC-H202] customers_SEQ: the running version of the application still takes ids from the sequence
-- Data that does not come back
--   customers: all rows
--   purchases: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=customers,purchases drop customers, purchases
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE customers, purchases IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE customers, purchases;
COMMIT;

-- accrete:step 2 transaction drop customers_SEQ, purchases_SEQ
BEGIN;
DROP SEQUENCE customers_SEQ;
DROP SEQUENCE purchases_SEQ;
COMMIT;
