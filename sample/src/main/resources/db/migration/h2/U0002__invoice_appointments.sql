-- accrete:undo V0002 invoice_appointments h2
-- accrete:model 1:4c2ad6c27ee44b5aae89a5241c1539b1
-- accrete:verdict breaking
--
-- Changes
--   payment   drop foreign key payment_invoice_id_fkey (invoice_id) to invoice               Payment
--   invoice   drop foreign key invoice_appointment_id_fkey (appointment_id) to appointment   Invoice
--   payment   drop table                                                                     Payment
--   invoice   drop table                                                                     Invoice
-- Locks
--   none
-- Hazards
--   [ACC-H202] payment: the running version of the application still uses the table
--   [ACC-H301] payment: its data is gone for good
--   [ACC-H202] invoice: the running version of the application still uses the table
--   [ACC-H301] invoice: its data is gone for good
-- Data that does not come back
--   invoice: all rows
--   payment: all rows
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit drop invoice, payment
ALTER TABLE IF EXISTS invoice DROP CONSTRAINT IF EXISTS invoice_appointment_id_fkey;
ALTER TABLE IF EXISTS payment DROP CONSTRAINT IF EXISTS payment_invoice_id_fkey;
DROP TABLE IF EXISTS invoice;
DROP TABLE IF EXISTS payment;
