-- accrete:undo V0002 case h2
-- accrete:model 1:6c2e2e142c419321e5354929274b16b3
-- accrete:verdict breaking
--
-- Changes
--   stamp.nr        add column integer not null, existing rows: row_number() over (order by code)   Stamp
--   city            drop foreign key city_town_id_fkey (town_id) to town                            City
--   city            drop unique constraint city_town_id_key (town_id)                               City
--   stamp           drop primary key stamp_pkey (code)                                              Stamp
--   mayor           drop primary key mayor_pkey (id)                                                Mayor
--   city            drop primary key city_pkey (id)                                                 City
--   mayor.city_id   set not null, existing rows: case when row_number() over (order by id) <= (select count(*) from town p where not exists (select 1 from mayor c where c.city_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from mayor c where c.city_id = p.id))[row_number() over (order by id)] end   Mayor.cityId
--   stamp.code      drop column                                                                     Stamp.code
--   mayor.id        drop column                                                                     Mayor.id
--   city.town_id    drop column                                                                     City.townId
--   city.id         drop column                                                                     City.id
--   stamp.country   set not null, existing rows: ''                                                 Stamp
--   stamp           add primary key stamp_pkey (country, nr)                                        Stamp
--   mayor           add primary key mayor_pkey (city_id)                                            Mayor
--   city            add primary key city_pkey (country, nr)                                         City
-- Locks
--   city            EXCLUSIVE, rewrite
--   mayor           EXCLUSIVE, rewrite
--   stamp           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] stamp.nr: inserts of the running version leave the new column out and fail
--   [ACC-H203] mayor.city_id: writes of the running version that leave the column empty fail
--   [ACC-H202] stamp.code: the running version of the application still reads and writes the column
--   [ACC-H301] stamp.code: its data is gone for good
--   [ACC-H202] mayor.id: the running version of the application still reads and writes the column
--   [ACC-H301] mayor.id: its data is gone for good
--   [ACC-H202] city.town_id: the running version of the application still reads and writes the column
--   [ACC-H301] city.town_id: its data is gone for good
--   [ACC-H202] city.id: the running version of the application still reads and writes the column
--   [ACC-H301] city.id: its data is gone for good
--   [ACC-H203] stamp.country: writes of the running version that leave the column empty fail
-- Data that does not come back
--   stamp.country: rows without a value get ''
--   city.id: all values
--   city.town_id: all values
--   mayor.id: all values
--   stamp.code: all values
--   mayor.city_id: rows without a value get case when row_number() over (order by id) <= (select count(*) from town p where not exists (select 1 from mayor c where c.city_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from mayor c where c.city_id = p.id))[row_number() over (order by id)] end
--   stamp.nr: the values that were dropped
-- Rows that stop this
--   mayor.city_id: no value, where none is found for them
--     SELECT * FROM (SELECT mayor.*, case when row_number() over (order by id) <= (select count(*) from town p where not exists (select 1 from mayor c where c.city_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from mayor c where c.city_id = p.id))[row_number() over (order by id)] end AS found FROM mayor WHERE city_id IS NULL) r WHERE found IS NULL;
--   mayor: the same values in city_id
--     SELECT city_id, count(*) FROM mayor WHERE city_id IS NOT NULL GROUP BY city_id HAVING count(*) > 1;
--   city: the same values in country, nr
--     SELECT country, nr, count(*) FROM city GROUP BY country, nr HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit city: drop foreign key city_town_id_fkey
ALTER TABLE city DROP CONSTRAINT IF EXISTS city_town_id_fkey;

-- accrete:step 2 autocommit city: drop unique key city_town_id_key
ALTER TABLE city DROP CONSTRAINT IF EXISTS city_town_id_key;

-- accrete:step 3 autocommit city: drop primary key city_pkey
ALTER TABLE city DROP CONSTRAINT IF EXISTS city_pkey;

-- accrete:step 4 autocommit mayor: drop primary key mayor_pkey
ALTER TABLE mayor DROP CONSTRAINT IF EXISTS mayor_pkey;

-- accrete:step 5 autocommit stamp: drop primary key stamp_pkey
ALTER TABLE stamp DROP CONSTRAINT IF EXISTS stamp_pkey;

-- accrete:step 6 autocommit mayor.city_id: alter column
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS mayor_city_id_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from town p where not exists (select 1 from mayor c where c.city_id = p.id)) then (select array_agg(p.id order by p.id) from town p where not exists (select 1 from mayor c where c.city_id = p.id))[row_number() over (order by id)] end AS found
    FROM mayor
    WHERE city_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS mayor_city_id_place ON mayor_city_id_values (key_1);
UPDATE mayor SET city_id = (SELECT v.found FROM mayor_city_id_values v WHERE v.key_1 = mayor.id) WHERE city_id IS NULL;
DROP TABLE IF EXISTS mayor_city_id_values;
ALTER TABLE mayor ALTER COLUMN city_id SET NOT NULL;

-- accrete:step 7 autocommit stamp.country: alter column
UPDATE stamp SET country = '' WHERE country IS NULL;
ALTER TABLE stamp ALTER COLUMN country SET NOT NULL;

-- accrete:step 8 autocommit stamp.nr: add column
ALTER TABLE stamp ADD COLUMN nr integer;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS stamp_nr_values AS
    SELECT code AS key_1, row_number() over (order by code) AS found
    FROM stamp;

CREATE UNIQUE INDEX IF NOT EXISTS stamp_nr_place ON stamp_nr_values (key_1);
UPDATE stamp SET nr = (SELECT v.found FROM stamp_nr_values v WHERE v.key_1 = stamp.code) WHERE nr IS NULL;
DROP TABLE IF EXISTS stamp_nr_values;
ALTER TABLE stamp ALTER COLUMN nr SET NOT NULL;

-- accrete:step 9 autocommit city: add primary key
ALTER TABLE city ADD CONSTRAINT city_pkey PRIMARY KEY (country, nr);

-- accrete:step 10 autocommit mayor: add primary key
ALTER TABLE mayor ADD CONSTRAINT mayor_pkey PRIMARY KEY (city_id);

-- accrete:step 11 autocommit stamp: add primary key
ALTER TABLE stamp ADD CONSTRAINT stamp_pkey PRIMARY KEY (country, nr);

-- accrete:step 12 autocommit city.id: drop column
ALTER TABLE city DROP COLUMN IF EXISTS id;

-- accrete:step 13 autocommit city.town_id: drop column
ALTER TABLE city DROP COLUMN IF EXISTS town_id;

-- accrete:step 14 autocommit mayor.id: drop column
ALTER TABLE mayor DROP COLUMN IF EXISTS id;

-- accrete:step 15 autocommit stamp.code: drop column
ALTER TABLE stamp DROP COLUMN IF EXISTS code;
