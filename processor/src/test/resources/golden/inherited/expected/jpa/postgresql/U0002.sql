-- accrete:undo V0002 draft postgresql
-- accrete:model 1:c38033448aae78a6d577ed214934f906
-- accrete:verdict breaking
--
-- Changes
--   Letter.folder     add column varchar(255)                       Letter
--   Invoice.folder    add column varchar(255)                       Invoice
--   Letter.subject    change type from varchar(20) to varchar(40)   Letter.subject
--   Invoice.subject   change type from varchar(20) to varchar(40)   Invoice.subject
--   Memo              drop table                                    Memo
--   Letter.created    rename column from written                    Letter
--   Invoice.created   rename column from written                    Invoice
-- Locks
--   Invoice           ACCESS EXCLUSIVE, instant
--   Letter            ACCESS EXCLUSIVE, instant
--   Memo              ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H210] Letter.subject: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H210] Invoice.subject: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] Memo: the running version of the application still uses the table
--   [ACC-H301] Memo: its data is gone for good
--   [ACC-H201] Letter.created: the running version of the application looks for the old name
--   [ACC-H201] Invoice.created: the running version of the application looks for the old name
-- Data that does not come back
--   Memo: all rows
--   Invoice.subject: what the conversion of its values left out
--   Letter.subject: what the conversion of its values left out
--   Invoice.folder: the values that were dropped
--   Letter.folder: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=Invoice Invoice.folder: add column; Invoice.subject: change type to varchar(40), rows stay as they are
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Invoice ADD COLUMN folder varchar(255);
ALTER TABLE Invoice ALTER COLUMN subject TYPE varchar(40);
COMMIT;

-- accrete:step 2 transaction locks=Letter Letter.folder: add column; Letter.subject: change type to varchar(40), rows stay as they are
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Letter ADD COLUMN folder varchar(255);
ALTER TABLE Letter ALTER COLUMN subject TYPE varchar(40);
COMMIT;

-- accrete:step 3 transaction locks=Memo drop Memo
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Memo IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE Memo;
COMMIT;

-- accrete:step 4 transaction locks=Letter Letter.written: rename to created
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Letter RENAME COLUMN written TO created;
COMMIT;

-- accrete:step 5 transaction locks=Invoice Invoice.written: rename to created
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Invoice IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Invoice RENAME COLUMN written TO created;
COMMIT;
