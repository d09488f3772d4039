-- accrete:undo V0002 case h2
-- accrete:model 1:76580636bf5114b439732ffd27aa8cfd
-- accrete:verdict breaking
--
-- Changes
--   remark                 drop foreign key remark_the_owner_fkey (the_owner) to account   Remark
--   remark                 drop primary key remark_pkey (element_order, the_owner)         Remark
--   remark.element_order   drop not null                                                   Remark.elementOrder
--   remark.note_id         set not null, existing rows: row_number() over (order by element_order, the_owner) + (select coalesce(max(o.note_id), 0) from remark o)   Remark.noteId
--   remark.the_owner       drop column                                                     Remark.theOwner
--   remark.element_order   drop column                                                     Remark.elementOrder
--   remark.element         drop column                                                     Remark.element
--   remark                 add primary key remark_pkey (note_id)                           Remark
-- Locks
--   remark                 EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] remark.note_id: writes of the running version that leave the column empty fail
--   [ACC-H202] remark.the_owner: the running version of the application still reads and writes the column
--   [ACC-H301] remark.the_owner: its data is gone for good
--   [ACC-H202] remark.element_order: the running version of the application still reads and writes the column
--   [ACC-H301] remark.element_order: its data is gone for good
--   [ACC-H202] remark.element: the running version of the application still reads and writes the column
--   [ACC-H301] remark.element: its data is gone for good
-- Data that does not come back
--   remark.element: all values
--   remark.element_order: all values
--   remark.the_owner: all values
--   remark.note_id: rows without a value get row_number() over (order by element_order, the_owner) + (select coalesce(max(o.note_id), 0) from remark o)
-- Rows that stop this
--   remark: the same values in note_id
--     SELECT note_id, count(*) FROM remark WHERE note_id IS NOT NULL GROUP BY note_id HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit remark: drop foreign key remark_the_owner_fkey
ALTER TABLE remark DROP CONSTRAINT IF EXISTS remark_the_owner_fkey;

-- accrete:step 2 autocommit remark: drop primary key remark_pkey
ALTER TABLE remark DROP CONSTRAINT IF EXISTS remark_pkey;

-- accrete:step 3 autocommit remark.element_order: accept rows without a value
ALTER TABLE remark ALTER COLUMN element_order DROP NOT NULL;

-- accrete:step 4 autocommit remark.note_id: alter column
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS remark_note_id_values AS
    SELECT element_order AS key_1, the_owner AS key_2, row_number() over (order by element_order, the_owner) + (select coalesce(max(o.note_id), 0) from remark o) AS found
    FROM remark
    WHERE note_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS remark_note_id_place ON remark_note_id_values (key_1, key_2);
UPDATE remark SET note_id = (SELECT v.found FROM remark_note_id_values v WHERE v.key_1 = remark.element_order AND v.key_2 = remark.the_owner) WHERE note_id IS NULL;
DROP TABLE IF EXISTS remark_note_id_values;
ALTER TABLE remark ALTER COLUMN note_id SET NOT NULL;

-- accrete:step 5 autocommit remark: add primary key
ALTER TABLE remark ADD CONSTRAINT remark_pkey PRIMARY KEY (note_id);

-- accrete:step 6 autocommit remark.element: drop column
ALTER TABLE remark DROP COLUMN IF EXISTS element;

-- accrete:step 7 autocommit remark.element_order: drop column
ALTER TABLE remark DROP COLUMN IF EXISTS element_order;

-- accrete:step 8 autocommit remark.the_owner: drop column
ALTER TABLE remark DROP COLUMN IF EXISTS the_owner;
