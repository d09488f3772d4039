-- accrete:migration V0002 case h2
-- accrete:model 1:be97154eb7302ae61194f06743d0d161
-- accrete:verdict breaking
--
-- Changes
--   p        drop foreign key p_l_id_fkey (l_id) to l                                          P
--   l        drop primary key l_pkey (id)                                                      L
--   p.l_id   keep unmapped column on purpose                                                   P
--   c.l_nr   add column bigint not null, existing rows: case when row_number() over (partition by team order by id) <= (select count(*) from l p) then (select array_agg(p.nr order by p.nr) from l p)[row_number() over (partition by team order by id)] end   C.lNr
--   p.l_nr   add column bigint, existing rows: (select pp.nr from l pp where pp.id = p.l_id)   P.lNr
--   l        add primary key l_pkey (nr)                                                       L
--   c        add unique constraint c_team_l_nr_key (team, l_nr)                                C
--   c        add foreign key c_l_nr_fkey (l_nr) to l                                           C
--   p        add foreign key p_l_nr_fkey (l_nr) to l                                           P
-- Locks
--   c        EXCLUSIVE, rewrite
--   l        EXCLUSIVE, scan
--   p        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] c.l_nr: inserts of the running version leave the new column out and fail
--   [ACC-H205] c: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   c.l_nr: no value, where none is found for them
--     SELECT * FROM (SELECT c.*, case when row_number() over (partition by team order by id) <= (select count(*) from l p) then (select array_agg(p.nr order by p.nr) from l p)[row_number() over (partition by team order by id)] end AS found FROM c) r WHERE found IS NULL;
--   l: the same values in nr
--     SELECT nr, count(*) FROM l GROUP BY nr HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit p: drop foreign key p_l_id_fkey
ALTER TABLE p DROP CONSTRAINT IF EXISTS p_l_id_fkey;

-- accrete:step 2 autocommit l: drop primary key l_pkey
ALTER TABLE l DROP CONSTRAINT IF EXISTS l_pkey;

-- accrete:step 3 autocommit c.l_nr: add column
ALTER TABLE c ADD COLUMN l_nr bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS c_l_nr_values AS
    SELECT id AS key_1, case when row_number() over (partition by team order by id) <= (select count(*) from l p) then (select array_agg(p.nr order by p.nr) from l p)[row_number() over (partition by team order by id)] end AS found
    FROM c;

CREATE UNIQUE INDEX IF NOT EXISTS c_l_nr_place ON c_l_nr_values (key_1);
UPDATE c SET l_nr = (SELECT v.found FROM c_l_nr_values v WHERE v.key_1 = c.id) WHERE l_nr IS NULL;
DROP TABLE IF EXISTS c_l_nr_values;
ALTER TABLE c ALTER COLUMN l_nr SET NOT NULL;

-- accrete:step 4 autocommit p.l_nr: add column
ALTER TABLE p ADD COLUMN l_nr bigint;
UPDATE p SET l_nr = (select pp.nr from l pp where pp.id = p.l_id) WHERE l_nr IS NULL;

-- accrete:step 5 autocommit l: add primary key
ALTER TABLE l ADD CONSTRAINT l_pkey PRIMARY KEY (nr);

-- accrete:step 6 autocommit c: add unique key c_team_l_nr_key
ALTER TABLE c ADD CONSTRAINT c_team_l_nr_key UNIQUE (team, l_nr);

-- accrete:step 7 autocommit c: add foreign key c_l_nr_fkey
ALTER TABLE c ADD CONSTRAINT c_l_nr_fkey FOREIGN KEY (l_nr) REFERENCES l (nr);

-- accrete:step 8 autocommit p: add foreign key p_l_nr_fkey
ALTER TABLE p ADD CONSTRAINT p_l_nr_fkey FOREIGN KEY (l_nr) REFERENCES l (nr);
