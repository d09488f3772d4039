-- accrete:undo V0002 draft postgresql
-- accrete:model 1:c38033448aae78a6d577ed214934f906
-- accrete:verdict breaking
--
-- Changes
--   letter.folder     add column varchar(255)                       Letter
--   invoice.folder    add column varchar(255)                       Invoice
--   letter.subject    change type from varchar(20) to varchar(40)   Letter.subject
--   invoice.subject   change type from varchar(20) to varchar(40)   Invoice.subject
--   memo              drop table                                    Memo
--   letter.created    rename column from written                    Letter
--   invoice.created   rename column from written                    Invoice
-- Locks
--   invoice           ACCESS EXCLUSIVE, instant
--   letter            ACCESS EXCLUSIVE, instant
--   memo              ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H210] letter.subject: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H210] invoice.subject: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] memo: the running version of the application still uses the table
--   [ACC-H301] memo: its data is gone for good
--   [ACC-H201] letter.created: the running version of the application looks for the old name
--   [ACC-H201] invoice.created: the running version of the application looks for the old name
-- Data that does not come back
--   memo: all rows
--   invoice.subject: what the conversion of its values left out
--   letter.subject: what the conversion of its values left out
--   invoice.folder: the values that were dropped
--   letter.folder: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=invoice invoice.folder: add column; invoice.subject: change type to varchar(40), rows stay as they are
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE invoice ADD COLUMN folder varchar(255);
ALTER TABLE invoice ALTER COLUMN subject TYPE varchar(40);
COMMIT;

-- accrete:step 2 transaction locks=letter letter.folder: add column; letter.subject: change type to varchar(40), rows stay as they are
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD COLUMN folder varchar(255);
ALTER TABLE letter ALTER COLUMN subject TYPE varchar(40);
COMMIT;

-- accrete:step 3 transaction locks=memo drop memo
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE memo IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE memo;
COMMIT;

-- accrete:step 4 transaction locks=letter letter.written: rename to created
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter RENAME COLUMN written TO created;
COMMIT;

-- accrete:step 5 transaction locks=invoice invoice.written: rename to created
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE invoice RENAME COLUMN written TO created;
COMMIT;
