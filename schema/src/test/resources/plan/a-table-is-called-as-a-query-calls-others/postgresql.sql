-- accrete:migration V0002 case postgresql
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
--   c        ACCESS EXCLUSIVE, instant
--   c        SHARE UPDATE EXCLUSIVE, scan
--   l        ACCESS EXCLUSIVE, instant
--   l        SHARE UPDATE EXCLUSIVE, scan
--   p        ACCESS EXCLUSIVE, instant
--   p        SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] c.l_nr: inserts of the running version leave the new column out and fail
--   [ACC-H205] c: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H401] c: no index starts with [l_nr], so each delete of a referenced row reads the whole table
--   [ACC-H401] p: no index starts with [l_nr], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   c.l_nr: no value, where none is found for them
--     SELECT * FROM (SELECT c.*, case when row_number() over (partition by team order by id) <= (select count(*) from l p) then (select array_agg(p.nr order by p.nr) from l p)[row_number() over (partition by team order by id)] end AS found FROM c) r WHERE found IS NULL;
--   l: the same values in nr
--     SELECT nr, count(*) FROM l GROUP BY nr HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=l,p p: drop foreign key p_l_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE l, p IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE p DROP CONSTRAINT p_l_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=c c.l_nr: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE c IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE c ADD COLUMN l_nr bigint;
COMMIT;

-- accrete:step 3 autocommit c.l_nr: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.c_l_nr_values;

CREATE TEMPORARY TABLE c_l_nr_values AS
    SELECT id AS key_1, case when row_number() over (partition by team order by id) <= (select count(*) from l p) then (select array_agg(p.nr order by p.nr) from l p)[row_number() over (partition by team order by id)] end AS found
    FROM c;

CREATE UNIQUE INDEX IF NOT EXISTS c_l_nr_place ON pg_temp.c_l_nr_values (key_1);

DO $accrete$
DECLARE
    low_1 c.id%TYPE;
    high_1 c.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM c ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM c WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE c SET l_nr = (SELECT v.found FROM pg_temp.c_l_nr_values v WHERE v.key_1 = c.id) WHERE l_nr IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE c SET l_nr = (SELECT v.found FROM pg_temp.c_l_nr_values v WHERE v.key_1 = c.id) WHERE l_nr IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

DROP TABLE IF EXISTS pg_temp.c_l_nr_values;
RESET statement_timeout;

-- accrete:step 4 transaction locks=c c.l_nr: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE c IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE c ADD CONSTRAINT c_l_nr_present CHECK (l_nr IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit c.l_nr: fill in rows written meanwhile
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.c_l_nr_values;

CREATE TEMPORARY TABLE c_l_nr_values AS
    SELECT id AS key_1, case when row_number() over (partition by team order by id) <= (select count(*) from l p) then (select array_agg(p.nr order by p.nr) from l p)[row_number() over (partition by team order by id)] end AS found
    FROM c;

CREATE UNIQUE INDEX IF NOT EXISTS c_l_nr_place ON pg_temp.c_l_nr_values (key_1);

DO $accrete$
DECLARE
    low_1 c.id%TYPE;
    high_1 c.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM c ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM c WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE c SET l_nr = (SELECT v.found FROM pg_temp.c_l_nr_values v WHERE v.key_1 = c.id) WHERE l_nr IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE c SET l_nr = (SELECT v.found FROM pg_temp.c_l_nr_values v WHERE v.key_1 = c.id) WHERE l_nr IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

DROP TABLE IF EXISTS pg_temp.c_l_nr_values;
RESET statement_timeout;

-- accrete:step 6 transaction c: validate c_l_nr_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE c VALIDATE CONSTRAINT c_l_nr_present;
COMMIT;

-- accrete:step 7 transaction locks=c c.l_nr: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE c IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE c ALTER COLUMN l_nr SET NOT NULL;
ALTER TABLE c DROP CONSTRAINT c_l_nr_present;
COMMIT;

-- accrete:step 8 transaction locks=p p.l_nr: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE p IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE p ADD COLUMN l_nr bigint;
COMMIT;

-- accrete:step 9 autocommit p.l_nr: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 p.id%TYPE;
    high_1 p.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM p ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM p WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE p SET l_nr = (select pp.nr from l pp where pp.id = p.l_id) WHERE l_nr IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE p SET l_nr = (select pp.nr from l pp where pp.id = p.l_id) WHERE l_nr IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 10 autocommit index=l_nr_new_idx l: build index l_nr_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY l_nr_new_idx ON l (nr);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 11 transaction locks=l l: change primary key l_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE l IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE l DROP CONSTRAINT l_pkey,
    ADD CONSTRAINT l_pkey PRIMARY KEY USING INDEX l_nr_new_idx;
COMMIT;

-- accrete:step 12 autocommit index=c_team_l_nr_key c: build index c_team_l_nr_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY c_team_l_nr_key ON c (team, l_nr);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 13 transaction locks=c c: add unique key c_team_l_nr_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE c IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE c ADD CONSTRAINT c_team_l_nr_key UNIQUE USING INDEX c_team_l_nr_key;
COMMIT;

-- accrete:step 14 transaction locks=c,l c: add foreign key c_l_nr_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE c, l IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE c ADD CONSTRAINT c_l_nr_fkey FOREIGN KEY (l_nr) REFERENCES l (nr) NOT VALID;
COMMIT;

-- accrete:step 15 transaction c: validate c_l_nr_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE c VALIDATE CONSTRAINT c_l_nr_fkey;
COMMIT;

-- accrete:step 16 transaction locks=l,p p: add foreign key p_l_nr_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE l, p IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE p ADD CONSTRAINT p_l_nr_fkey FOREIGN KEY (l_nr) REFERENCES l (nr) NOT VALID;
COMMIT;

-- accrete:step 17 transaction p: validate p_l_nr_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE p VALIDATE CONSTRAINT p_l_nr_fkey;
COMMIT;
