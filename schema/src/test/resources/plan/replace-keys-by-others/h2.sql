-- accrete:migration V0002 case h2
-- accrete:model 1:b086859b8d761921d23dc36e7f50b2e3
-- accrete:verdict breaking
--
-- Changes
--   city            drop primary key city_pkey (country, nr)              City
--   mayor           drop primary key mayor_pkey (city_id)                 Mayor
--   stamp           drop primary key stamp_pkey (country, nr)             Stamp
--   stamp.country   keep unmapped column                                  Stamp
--   stamp.country   drop not null of unmapped column                      Stamp
--   city.id         add column bigint not null, existing rows: (select count(*) from city o where (o.country, o.nr) <= (city.country, city.nr))   City.id
--   city.town_id    add column bigint not null, existing rows: (select x.id from (select p.id, row_number() over (order by p.id) as n from town p) x where x.n = (select count(*) from city o where (o.country, o.nr) <= (city.country, city.nr)))   City.townId
--   mayor.id        add column bigint not null, existing rows: city_id    Mayor.id
--   stamp.code      add column varchar(255) not null, existing rows: cast(country as varchar) || '-' || cast(nr as varchar)   Stamp.code
--   mayor.city_id   drop not null                                         Mayor.cityId
--   city            add primary key city_pkey (id)                        City
--   mayor           add primary key mayor_pkey (id)                       Mayor
--   stamp           add primary key stamp_pkey (code)                     Stamp
--   city            add unique constraint city_town_id_key (town_id)      City
--   city            add foreign key city_town_id_fkey (town_id) to town   City
--   stamp.nr        drop column                                           Stamp
-- Locks
--   city            EXCLUSIVE, rewrite
--   mayor           EXCLUSIVE, rewrite
--   stamp           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] city.id: inserts of the running version leave the new column out and fail
--   [ACC-H203] city.town_id: inserts of the running version leave the new column out and fail
--   [ACC-H203] mayor.id: inserts of the running version leave the new column out and fail
--   [ACC-H203] stamp.code: inserts of the running version leave the new column out and fail
--   [ACC-H205] city: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H202] stamp.nr: the running version of the application still reads and writes the column
--   [ACC-H301] stamp.nr: its data is gone for good
-- Rows that stop this
--   city.town_id: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit mayor: drop foreign key mayor_city_id_fkey
ALTER TABLE mayor DROP CONSTRAINT IF EXISTS mayor_city_id_fkey;

-- accrete:step 2 autocommit city: drop primary key city_pkey
ALTER TABLE city DROP CONSTRAINT IF EXISTS city_pkey;

-- accrete:step 3 autocommit mayor: drop primary key mayor_pkey
ALTER TABLE mayor DROP CONSTRAINT IF EXISTS mayor_pkey;

-- accrete:step 4 autocommit stamp: drop primary key stamp_pkey
ALTER TABLE stamp DROP CONSTRAINT IF EXISTS stamp_pkey;

-- accrete:step 5 autocommit city.id: add column
ALTER TABLE city ADD COLUMN id bigint;
UPDATE city SET id = (select count(*) from city o where (o.country, o.nr) <= (city.country, city.nr)) WHERE id IS NULL;
ALTER TABLE city ALTER COLUMN id SET NOT NULL;

-- accrete:step 6 autocommit city.town_id: add column
ALTER TABLE city ADD COLUMN town_id bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS city_town_id_list1 AS
    select p.id, row_number() over (order by p.id) as n from town p;

CREATE INDEX IF NOT EXISTS city_town_id_list1_id ON city_town_id_list1 (id);
CREATE INDEX IF NOT EXISTS city_town_id_list1_n ON city_town_id_list1 (n);
UPDATE city SET town_id = (select x.id from city_town_id_list1 x where x.n = (select count(*) from city o where (o.country, o.nr) <= (city.country, city.nr))) WHERE town_id IS NULL;
DROP TABLE IF EXISTS city_town_id_list1;
ALTER TABLE city ALTER COLUMN town_id SET NOT NULL;

-- accrete:step 7 autocommit mayor.city_id: accept rows without a value
ALTER TABLE mayor ALTER COLUMN city_id DROP NOT NULL;

-- accrete:step 8 autocommit mayor.id: add column
ALTER TABLE mayor ADD COLUMN id bigint;
UPDATE mayor SET id = city_id WHERE id IS NULL;
ALTER TABLE mayor ALTER COLUMN id SET NOT NULL;

-- accrete:step 9 autocommit stamp.code: add column
ALTER TABLE stamp ADD COLUMN code varchar(255);
UPDATE stamp SET code = cast(country as varchar) || '-' || cast(nr as varchar) WHERE code IS NULL;
ALTER TABLE stamp ALTER COLUMN code SET NOT NULL;

-- accrete:step 10 autocommit stamp.country: accept rows without a value
ALTER TABLE stamp ALTER COLUMN country DROP NOT NULL;

-- accrete:step 11 autocommit city: add primary key
ALTER TABLE city ADD CONSTRAINT city_pkey PRIMARY KEY (id);

-- accrete:step 12 autocommit mayor: add primary key
ALTER TABLE mayor ADD CONSTRAINT mayor_pkey PRIMARY KEY (id);

-- accrete:step 13 autocommit stamp: add primary key
ALTER TABLE stamp ADD CONSTRAINT stamp_pkey PRIMARY KEY (code);

-- accrete:step 14 autocommit city: add unique key city_town_id_key
ALTER TABLE city ADD CONSTRAINT city_town_id_key UNIQUE (town_id);

-- accrete:step 15 autocommit city: add foreign key city_town_id_fkey
ALTER TABLE city ADD CONSTRAINT city_town_id_fkey FOREIGN KEY (town_id) REFERENCES town (id);

-- accrete:step 16 autocommit mayor: add foreign key mayor_city_id_fkey
ALTER TABLE mayor ADD CONSTRAINT mayor_city_id_fkey FOREIGN KEY (city_id) REFERENCES town (id);

-- accrete:step 17 autocommit stamp.nr: drop column
ALTER TABLE stamp DROP COLUMN IF EXISTS nr;
