-- accrete:undo V0002 case postgresql
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
--   detail               ACCESS EXCLUSIVE, instant
--   payment              ACCESS EXCLUSIVE, instant
--   payment              SHARE UPDATE EXCLUSIVE, scan
--   transfer             ACCESS EXCLUSIVE, instant
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

-- accrete:step 1 transaction locks=detail,transfer detail: drop foreign key detail_transfer_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE detail, transfer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE detail DROP CONSTRAINT detail_transfer_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=payment,transfer transfer: drop foreign key transfer_payment_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE payment, transfer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE transfer DROP CONSTRAINT transfer_payment_id_fkey;
COMMIT;

-- accrete:step 3 autocommit index=payment_nr_new_idx payment: build index payment_nr_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY payment_nr_new_idx ON payment (nr);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 4 transaction locks=payment payment: change primary key payment_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE payment IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE payment DROP CONSTRAINT payment_pkey,
    ADD CONSTRAINT payment_pkey PRIMARY KEY USING INDEX payment_nr_new_idx;
COMMIT;

-- accrete:step 5 transaction locks=detail detail.transfer_id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE detail IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE detail DROP COLUMN transfer_id;
COMMIT;

-- accrete:step 6 transaction locks=payment payment.id: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE payment IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE payment DROP COLUMN id;
COMMIT;

-- accrete:step 7 transaction locks=transfer drop transfer
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE transfer IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE transfer;
COMMIT;

-- accrete:step 8 transaction drop transfer_seq
BEGIN;
DROP SEQUENCE transfer_seq;
COMMIT;
