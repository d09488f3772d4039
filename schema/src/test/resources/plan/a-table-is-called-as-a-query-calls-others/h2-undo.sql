-- accrete:undo V0002 case h2
-- accrete:model 1:2afaec2a6dada0636f0e4aec42375f15
-- accrete:verdict breaking
--
-- Changes
--   p        drop foreign key p_l_nr_fkey (l_nr) to l              P
--   c        drop foreign key c_l_nr_fkey (l_nr) to l              C
--   c        drop unique constraint c_team_l_nr_key (team, l_nr)   C
--   l        drop primary key l_pkey (nr)                          L
--   p.l_nr   drop column                                           P.lNr
--   c.l_nr   drop column                                           C.lNr
--   l        add primary key l_pkey (id)                           L
--   p        add foreign key p_l_id_fkey (l_id) to l               P
-- Locks
--   c        EXCLUSIVE, rewrite
--   l        EXCLUSIVE, scan
--   p        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H202] p.l_nr: the running version of the application still reads and writes the column
--   [ACC-H301] p.l_nr: its data is gone for good
--   [ACC-H202] c.l_nr: the running version of the application still reads and writes the column
--   [ACC-H301] c.l_nr: its data is gone for good
-- Data that does not come back
--   c.l_nr: all values
--   p.l_nr: all values
-- Rows that stop this
--   l: the same values in id
--     SELECT id, count(*) FROM l GROUP BY id HAVING count(*) > 1;
--   p: references to rows of l that are not there
--     SELECT * FROM p c WHERE c.l_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM l p WHERE p.id = c.l_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit c: drop foreign key c_l_nr_fkey
ALTER TABLE c DROP CONSTRAINT IF EXISTS c_l_nr_fkey;

-- accrete:step 2 autocommit p: drop foreign key p_l_nr_fkey
ALTER TABLE p DROP CONSTRAINT IF EXISTS p_l_nr_fkey;

-- accrete:step 3 autocommit c: drop unique key c_team_l_nr_key
ALTER TABLE c DROP CONSTRAINT IF EXISTS c_team_l_nr_key;

-- accrete:step 4 autocommit l: drop primary key l_pkey
ALTER TABLE l DROP CONSTRAINT IF EXISTS l_pkey;

-- accrete:step 5 autocommit l: add primary key
ALTER TABLE l ADD CONSTRAINT l_pkey PRIMARY KEY (id);

-- accrete:step 6 autocommit p: add foreign key p_l_id_fkey
ALTER TABLE p ADD CONSTRAINT p_l_id_fkey FOREIGN KEY (l_id) REFERENCES l (id);

-- accrete:step 7 autocommit c.l_nr: drop column
ALTER TABLE c DROP COLUMN IF EXISTS l_nr;

-- accrete:step 8 autocommit p.l_nr: drop column
ALTER TABLE p DROP COLUMN IF EXISTS l_nr;
