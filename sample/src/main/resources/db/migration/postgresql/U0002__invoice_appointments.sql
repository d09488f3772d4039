-- accrete:undo V0002 invoice_appointments postgresql
-- accrete:model 1:4c2ad6c27ee44b5aae89a5241c1539b1
-- accrete:verdict breaking
--
-- Changes
--   payment       drop foreign key payment_invoice_id_fkey (invoice_id) to invoice               Payment
--   invoice       drop foreign key invoice_appointment_id_fkey (appointment_id) to appointment   Invoice
--   payment       drop table                                                                     Payment
--   invoice       drop table                                                                     Invoice
-- Locks
--   appointment   ACCESS EXCLUSIVE, instant
--   invoice       ACCESS EXCLUSIVE, instant
--   payment       ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H202] payment: the running version of the application still uses the table
--   [ACC-H301] payment: its data is gone for good
--   [ACC-H202] invoice: the running version of the application still uses the table
--   [ACC-H301] invoice: its data is gone for good
-- Data that does not come back
--   invoice: all rows
--   payment: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=appointment,invoice invoice: drop foreign key invoice_appointment_id_fkey
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE appointment, invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE invoice DROP CONSTRAINT invoice_appointment_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=invoice,payment drop invoice, payment
BEGIN;
SET LOCAL lock_timeout = '10s';
LOCK TABLE invoice, payment IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE invoice, payment;
COMMIT;
