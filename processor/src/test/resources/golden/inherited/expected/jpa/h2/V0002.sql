-- accrete:migration V0002 draft h2
-- accrete:model 1:d4d8de3e87c61dc0bb1c40d79c49a1da
-- accrete:verdict breaking
--
-- Changes
--   Invoice.written   rename column from created                    Invoice.written
--   Letter.written    rename column from created                    Letter.written
--   Memo              create table                                  Memo
--   Invoice.subject   change type from varchar(40) to varchar(20)   Invoice.subject
--   Letter.subject    change type from varchar(40) to varchar(20)   Letter.subject
--   Invoice.folder    drop column                                   Invoice
--   Letter.folder     drop column                                   Letter
-- Locks
--   Invoice           EXCLUSIVE, rewrite
--   Letter            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H201] Invoice.written: the running version of the application looks for the old name
--   [ACC-H201] Letter.written: the running version of the application looks for the old name
--   [ACC-H204] Invoice.subject: the running version of the application may write values that no longer fit
--   [ACC-H204] Letter.subject: the running version of the application may write values that no longer fit
--   [ACC-H202] Invoice.folder: the running version of the application still reads and writes the column
--   [ACC-H301] Invoice.folder: its data is gone for good
--   [ACC-H202] Letter.folder: the running version of the application still reads and writes the column
--   [ACC-H301] Letter.folder: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit Invoice.created: rename to written
ALTER TABLE IF EXISTS Invoice ALTER COLUMN IF EXISTS created RENAME TO written;

-- accrete:step 2 autocommit Letter.created: rename to written
ALTER TABLE IF EXISTS Letter ALTER COLUMN IF EXISTS created RENAME TO written;

-- accrete:step 3 autocommit create Memo
CREATE TABLE Memo (
    id bigint NOT NULL,
    written timestamp(6) with time zone,
    subject varchar(20),
    CONSTRAINT Memo_pkey PRIMARY KEY (id)
);

-- accrete:step 4 autocommit Invoice.subject: change type to varchar(20)
ALTER TABLE Invoice ALTER COLUMN subject SET DATA TYPE varchar(20);

-- accrete:step 5 autocommit Letter.subject: change type to varchar(20)
ALTER TABLE Letter ALTER COLUMN subject SET DATA TYPE varchar(20);

-- accrete:step 6 autocommit Invoice.folder: drop column
ALTER TABLE Invoice DROP COLUMN IF EXISTS folder;

-- accrete:step 7 autocommit Letter.folder: drop column
ALTER TABLE Letter DROP COLUMN IF EXISTS folder;
