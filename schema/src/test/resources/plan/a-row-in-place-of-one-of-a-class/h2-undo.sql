-- accrete:undo V0002 case h2
-- accrete:model 1:6624a7d08473c4737d48bc273d90df6f
-- accrete:verdict breaking
--
-- Changes
--   block   create table
--   note    add empty rows to block that note_block_id_fkey misses   Note
--   note    add foreign key note_block_id_fkey (block_id) to block   Note
-- Locks
--   note    EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] note: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] note: the running version fails when it writes references to rows of block, which it does not know
-- Data that does not come back
--   note: add empty rows to block that note_block_id_fkey misses
--   block: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit create block
CREATE TABLE block (
    kind varchar(31) NOT NULL,
    id bigint NOT NULL,
    alt varchar(9),
    ordered boolean,
    CONSTRAINT block_pkey PRIMARY KEY (id),
    CONSTRAINT block_kind_check CHECK (kind in ('Image','List')),
    CONSTRAINT block_check CHECK (kind <> 'Image' or (alt is not null))
);

-- accrete:step 2 autocommit note: mend references to block
INSERT INTO block (id, kind)
    SELECT id, 'List' FROM (SELECT DISTINCT note.block_id AS id FROM note
    WHERE note.block_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM block r WHERE r.id = note.block_id)) k;

-- accrete:step 3 autocommit note: add foreign key note_block_id_fkey
ALTER TABLE note ADD CONSTRAINT note_block_id_fkey FOREIGN KEY (block_id) REFERENCES block (id);
