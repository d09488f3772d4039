-- accrete:migration V0002 draft h2
-- accrete:model 1:d4d8de3e87c61dc0bb1c40d79c49a1da
-- accrete:verdict breaking
--
-- Changes
--   invoice.written   rename column from created                    Invoice.written
--   letter.written    rename column from created                    Letter.written
--   memo              create table                                  Memo
--   invoice.subject   change type from varchar(40) to varchar(20)   Invoice.subject
--   letter.subject    change type from varchar(40) to varchar(20)   Letter.subject
--   invoice.folder    drop column                                   Invoice
--   letter.folder     drop column                                   Letter
-- Locks
--   invoice           EXCLUSIVE, rewrite
--   letter            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H201] invoice.written: the running version of the application looks for the old name
--   [ACC-H201] letter.written: the running version of the application looks for the old name
--   [ACC-H204] invoice.subject: the running version of the application may write values that no longer fit
--   [ACC-H204] letter.subject: the running version of the application may write values that no longer fit
--   [ACC-H202] invoice.folder: the running version of the application still reads and writes the column
--   [ACC-H301] invoice.folder: its data is gone for good
--   [ACC-H202] letter.folder: the running version of the application still reads and writes the column
--   [ACC-H301] letter.folder: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit invoice.created: rename to written
ALTER TABLE IF EXISTS invoice ALTER COLUMN IF EXISTS created RENAME TO written;

-- accrete:step 2 autocommit letter.created: rename to written
ALTER TABLE IF EXISTS letter ALTER COLUMN IF EXISTS created RENAME TO written;

-- accrete:step 3 autocommit create memo
CREATE TABLE memo (
    id bigint NOT NULL,
    written timestamp(6) with time zone,
    subject varchar(20),
    CONSTRAINT memo_pkey PRIMARY KEY (id)
);

-- accrete:step 4 autocommit invoice.subject: change type to varchar(20)
ALTER TABLE invoice ALTER COLUMN subject SET DATA TYPE varchar(20);

-- accrete:step 5 autocommit letter.subject: change type to varchar(20)
ALTER TABLE letter ALTER COLUMN subject SET DATA TYPE varchar(20);

-- accrete:step 6 autocommit invoice.folder: drop column
ALTER TABLE invoice DROP COLUMN IF EXISTS folder;

-- accrete:step 7 autocommit letter.folder: drop column
ALTER TABLE letter DROP COLUMN IF EXISTS folder;
