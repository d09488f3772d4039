-- accrete:undo V0002 case h2
-- accrete:model 1:512e25075c576aa628777c51be55802a
-- accrete:verdict breaking
--
-- Changes
--   stage.room   add column numeric(10,0) not null, existing rows: coalesce((select p.nr from hall p where p.id = stage.hall), case when row_number() over (order by hall) <= (select count(*) from hall p) then (select array_agg(p.nr order by p.floor, p.nr) from hall p)[row_number() over (order by hall)] end)   Stage
--   stage        drop foreign key stage_hall_fkey (hall) to hall             Stage
--   stage        drop primary key stage_pkey (hall)                          Stage
--   hall         drop primary key hall_pkey (id)                             Hall
--   stage.hall   change type from uuid to numeric(10,0), using coalesce((select p.floor from hall p where p.id = stage.hall), (select x.floor from (select p.floor, row_number() over (order by p.floor, p.nr) as n from hall p) x join (select o.hall as k1, row_number() over (order by o.hall) as n from stage o) y on y.n = x.n where y.k1 = stage.hall))   Stage.hall
--   hall.id      drop column                                                 Hall.id
--   hall.nr      set not null, existing rows: row_number() over (order by id) + (select coalesce(max(o.nr), 0) from hall o)   Hall
--   hall.floor   set not null, existing rows: row_number() over (order by id) + (select coalesce(max(o.floor), 0) from hall o)   Hall
--   stage        add primary key stage_pkey (hall, room)                     Stage
--   hall         add primary key hall_pkey (floor, nr)                       Hall
--   stage        add foreign key stage_hall_room_fkey (hall, room) to hall   Stage
-- Locks
--   hall         EXCLUSIVE, rewrite
--   stage        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] stage.room: inserts of the running version leave the new column out and fail
--   [ACC-H204] stage.hall: the running version of the application may write values that no longer fit
--   [ACC-H202] hall.id: the running version of the application still reads and writes the column
--   [ACC-H301] hall.id: its data is gone for good
--   [ACC-H203] hall.nr: writes of the running version that leave the column empty fail
--   [ACC-H203] hall.floor: writes of the running version that leave the column empty fail
-- Data that does not come back
--   hall.floor: rows without a value get row_number() over (order by id) + (select coalesce(max(o.floor), 0) from hall o)
--   hall.nr: rows without a value get row_number() over (order by id) + (select coalesce(max(o.nr), 0) from hall o)
--   hall.id: all values
--   stage.hall: what the conversion of its values left out
--   stage.room: the values that were dropped
-- Rows that stop this
--   stage.room: no value, where none is found for them (no query finds them before)
--   hall: the same values in floor, nr
--     SELECT floor, nr, count(*) FROM hall WHERE floor IS NOT NULL AND nr IS NOT NULL GROUP BY floor, nr HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit stage: drop foreign key stage_hall_fkey
ALTER TABLE stage DROP CONSTRAINT IF EXISTS stage_hall_fkey;

-- accrete:step 2 autocommit hall: drop primary key hall_pkey
ALTER TABLE hall DROP CONSTRAINT IF EXISTS hall_pkey;

-- accrete:step 3 autocommit stage: drop primary key stage_pkey
ALTER TABLE stage DROP CONSTRAINT IF EXISTS stage_pkey;

-- accrete:step 4 autocommit hall.floor: alter column
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS hall_floor_values AS
    SELECT id AS key_1, row_number() over (order by id) + (select coalesce(max(o.floor), 0) from hall o) AS found
    FROM hall
    WHERE floor IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS hall_floor_place ON hall_floor_values (key_1);
UPDATE hall SET floor = (SELECT v.found FROM hall_floor_values v WHERE v.key_1 = hall.id) WHERE floor IS NULL;
DROP TABLE IF EXISTS hall_floor_values;
ALTER TABLE hall ALTER COLUMN floor SET NOT NULL;

-- accrete:step 5 autocommit hall.nr: alter column
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS hall_nr_values AS
    SELECT id AS key_1, row_number() over (order by id) + (select coalesce(max(o.nr), 0) from hall o) AS found
    FROM hall
    WHERE nr IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS hall_nr_place ON hall_nr_values (key_1);
UPDATE hall SET nr = (SELECT v.found FROM hall_nr_values v WHERE v.key_1 = hall.id) WHERE nr IS NULL;
DROP TABLE IF EXISTS hall_nr_values;
ALTER TABLE hall ALTER COLUMN nr SET NOT NULL;

-- accrete:step 6 autocommit stage.room: add column
ALTER TABLE stage ADD COLUMN room numeric(10,0);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS stage_room_values AS
    SELECT hall AS key_1, coalesce((select p.nr from hall p where p.id = stage.hall), case when row_number() over (order by hall) <= (select count(*) from hall p) then (select array_agg(p.nr order by p.floor, p.nr) from hall p)[row_number() over (order by hall)] end) AS found
    FROM stage;

CREATE UNIQUE INDEX IF NOT EXISTS stage_room_place ON stage_room_values (key_1);
UPDATE stage SET room = (SELECT v.found FROM stage_room_values v WHERE v.key_1 = stage.hall) WHERE room IS NULL;
DROP TABLE IF EXISTS stage_room_values;
ALTER TABLE stage ALTER COLUMN room SET NOT NULL;

-- accrete:step 7 autocommit stage.hall: change type to numeric(10,0)
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS stage_hall_list1 AS
    select p.floor, row_number() over (order by p.floor, p.nr) as n from hall p;

CREATE INDEX IF NOT EXISTS stage_hall_list1_floor ON stage_hall_list1 (floor);
CREATE INDEX IF NOT EXISTS stage_hall_list1_n ON stage_hall_list1 (n);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS stage_hall_list2 AS
    select o.hall as k1, row_number() over (order by o.hall) as n from stage o;

CREATE INDEX IF NOT EXISTS stage_hall_list2_n ON stage_hall_list2 (n);
CREATE INDEX IF NOT EXISTS stage_hall_list2_k1 ON stage_hall_list2 (k1);
CREATE DOMAIN IF NOT EXISTS stage_hall_type AS numeric(10,0);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'STAGE' AND column_name = 'HALL')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'STAGE_HALL_TYPE')
    THEN 'ALTER TABLE stage ALTER COLUMN hall SET DATA TYPE numeric(10,0) USING coalesce((select p.floor from hall p where p.id = stage.hall), (select x.floor from stage_hall_list1 x join stage_hall_list2 y on y.n = x.n where y.k1 = stage.hall))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS stage_hall_type;
DROP TABLE IF EXISTS stage_hall_list1;
DROP TABLE IF EXISTS stage_hall_list2;

-- accrete:step 8 autocommit hall: add primary key
ALTER TABLE hall ADD CONSTRAINT hall_pkey PRIMARY KEY (floor, nr);

-- accrete:step 9 autocommit stage: add primary key
ALTER TABLE stage ADD CONSTRAINT stage_pkey PRIMARY KEY (hall, room);

-- accrete:step 10 autocommit stage: add foreign key stage_hall_room_fkey
ALTER TABLE stage ADD CONSTRAINT stage_hall_room_fkey FOREIGN KEY (hall, room) REFERENCES hall (floor, nr);

-- accrete:step 11 autocommit hall.id: drop column
ALTER TABLE hall DROP COLUMN IF EXISTS id;
