-- accrete:undo V0002 case postgresql
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
--   c        ACCESS EXCLUSIVE, instant
--   l        ACCESS EXCLUSIVE, instant
--   l        SHARE UPDATE EXCLUSIVE, scan
--   p        ACCESS EXCLUSIVE, instant
--   p        SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H202] p.l_nr: the running version of the application still reads and writes the column
--   [ACC-H301] p.l_nr: its data is gone for good
--   [ACC-H202] c.l_nr: the running version of the application still reads and writes the column
--   [ACC-H301] c.l_nr: its data is gone for good
--   [ACC-H401] p: no index starts with [l_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   c.l_nr: all values
--   p.l_nr: all values
-- Rows that stop this
--   l: the same values in id
--     SELECT id, count(*) FROM l GROUP BY id HAVING count(*) > 1;
--   p: references to rows of l that are not there
--     SELECT * FROM p c WHERE c.l_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM l p WHERE p.id = c.l_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=c,l c: drop foreign key c_l_nr_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE c, l IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE c DROP CONSTRAINT c_l_nr_fkey;
COMMIT;

-- accrete:step 2 transaction locks=l,p p: drop foreign key p_l_nr_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE l, p IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE p DROP CONSTRAINT p_l_nr_fkey;
COMMIT;

-- accrete:step 3 transaction locks=c c: drop unique key c_team_l_nr_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE c IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE c DROP CONSTRAINT c_team_l_nr_key;
COMMIT;

-- accrete:step 4 autocommit index=l_id_new_idx l: build index l_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY l_id_new_idx ON l (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 5 transaction locks=l l: change primary key l_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE l IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE l DROP CONSTRAINT l_pkey,
    ADD CONSTRAINT l_pkey PRIMARY KEY USING INDEX l_id_new_idx;
COMMIT;

-- accrete:step 6 transaction locks=l,p p: add foreign key p_l_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE l, p IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE p ADD CONSTRAINT p_l_id_fkey FOREIGN KEY (l_id) REFERENCES l (id) NOT VALID;
COMMIT;

-- accrete:step 7 transaction p: validate p_l_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE p VALIDATE CONSTRAINT p_l_id_fkey;
COMMIT;

-- accrete:step 8 transaction locks=c c.l_nr: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE c IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE c DROP COLUMN l_nr;
COMMIT;

-- accrete:step 9 transaction locks=p p.l_nr: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE p IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE p DROP COLUMN l_nr;
COMMIT;
