-- accrete:undo V0002 draft h2
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
--   invoice           EXCLUSIVE, rewrite
--   letter            EXCLUSIVE, rewrite
-- Hazards
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

-- accrete:step 1 autocommit invoice.folder: add column
ALTER TABLE invoice ADD COLUMN folder varchar(255);

-- accrete:step 2 autocommit invoice.subject: change type to varchar(40)
ALTER TABLE invoice ALTER COLUMN subject SET DATA TYPE varchar(40);

-- accrete:step 3 autocommit letter.folder: add column
ALTER TABLE letter ADD COLUMN folder varchar(255);

-- accrete:step 4 autocommit letter.subject: change type to varchar(40)
ALTER TABLE letter ALTER COLUMN subject SET DATA TYPE varchar(40);

-- accrete:step 5 autocommit drop memo
DROP TABLE IF EXISTS memo;

-- accrete:step 6 autocommit letter.written: rename to created
ALTER TABLE IF EXISTS letter ALTER COLUMN IF EXISTS written RENAME TO created;

-- accrete:step 7 autocommit invoice.written: rename to created
ALTER TABLE IF EXISTS invoice ALTER COLUMN IF EXISTS written RENAME TO created;
