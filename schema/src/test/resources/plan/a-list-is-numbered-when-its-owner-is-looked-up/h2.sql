-- accrete:migration V0002 case h2
-- accrete:model 1:85beafff33283eb9bfa2aab119524162
-- accrete:verdict breaking
--
-- Changes
--   remark                 drop primary key remark_pkey (note_id)                                     Remark
--   remark.element         add column varchar(255)                                                    Remark.element
--   remark.element_order   add column integer                                                         Remark.elementOrder
--   remark.the_owner       add column bigint not null, existing rows: (select min(id) from account)   Remark.theOwner
--   remark.element_order   number the rows of each list from 0                                        Remark.elementOrder
--   remark.note_id         drop not null                                                              Remark.noteId
--   remark.element_order   set not null                                                               Remark.elementOrder
--   remark                 add primary key remark_pkey (element_order, the_owner)                     Remark
--   remark                 add foreign key remark_the_owner_fkey (the_owner) to account               Remark
-- Locks
--   remark                 EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] remark.the_owner: inserts of the running version leave the new column out and fail
--   [ACC-H501] remark.element_order: one statement numbers all rows: it takes a primary key to go along, and an index that starts with [the_owner]
--   [ACC-H203] remark.element_order: writes of the running version that leave the column empty fail
-- Rows that stop this
--   remark.the_owner: no value, where none is found for them
--     SELECT * FROM remark WHERE (select min(id) from account) IS NULL;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit remark: drop primary key remark_pkey
ALTER TABLE remark DROP CONSTRAINT IF EXISTS remark_pkey;

-- accrete:step 2 autocommit remark.element: add column
ALTER TABLE remark ADD COLUMN element varchar(255);

-- accrete:step 3 autocommit remark.element_order: add column
ALTER TABLE remark ADD COLUMN element_order integer;

-- accrete:step 4 autocommit remark.note_id: accept rows without a value
ALTER TABLE remark ALTER COLUMN note_id DROP NOT NULL;

-- accrete:step 5 autocommit remark.the_owner: add column
ALTER TABLE remark ADD COLUMN the_owner bigint;
UPDATE remark SET the_owner = (select min(id) from account) WHERE the_owner IS NULL;
ALTER TABLE remark ALTER COLUMN the_owner SET NOT NULL;

-- accrete:step 6 autocommit remark.element_order: number rows
UPDATE remark SET element_order = 0 + (SELECT count(*) FROM remark o WHERE o.the_owner = remark.the_owner AND o._ROWID_ < remark._ROWID_) WHERE the_owner IS NOT NULL;

-- accrete:step 7 autocommit remark.element_order: alter column
ALTER TABLE remark ALTER COLUMN element_order SET NOT NULL;

-- accrete:step 8 autocommit remark: add primary key
ALTER TABLE remark ADD CONSTRAINT remark_pkey PRIMARY KEY (element_order, the_owner);

-- accrete:step 9 autocommit remark: add foreign key remark_the_owner_fkey
ALTER TABLE remark ADD CONSTRAINT remark_the_owner_fkey FOREIGN KEY (the_owner) REFERENCES account (id);
