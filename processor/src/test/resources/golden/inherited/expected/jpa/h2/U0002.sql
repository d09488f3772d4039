-- accrete:undo V0002 draft h2
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
--   Invoice           EXCLUSIVE, rewrite
--   Letter            EXCLUSIVE, rewrite
-- Hazards
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

-- accrete:step 1 autocommit Invoice.folder: add column
ALTER TABLE Invoice ADD COLUMN folder varchar(255);

-- accrete:step 2 autocommit Invoice.subject: change type to varchar(40)
ALTER TABLE Invoice ALTER COLUMN subject SET DATA TYPE varchar(40);

-- accrete:step 3 autocommit Letter.folder: add column
ALTER TABLE Letter ADD COLUMN folder varchar(255);

-- accrete:step 4 autocommit Letter.subject: change type to varchar(40)
ALTER TABLE Letter ALTER COLUMN subject SET DATA TYPE varchar(40);

-- accrete:step 5 autocommit drop Memo
DROP TABLE IF EXISTS Memo;

-- accrete:step 6 autocommit Letter.written: rename to created
ALTER TABLE IF EXISTS Letter ALTER COLUMN IF EXISTS written RENAME TO created;

-- accrete:step 7 autocommit Invoice.written: rename to created
ALTER TABLE IF EXISTS Invoice ALTER COLUMN IF EXISTS written RENAME TO created;
