-- accrete:migration V0002 case postgresql
-- accrete:model 1:cb40a0ba24ddb763c6a445a9bbfa083d
-- accrete:verdict breaking
--
-- Changes
--   category             drop foreign key category_parent_id_fkey (parent_id) to category
--   person               drop foreign key person_category_id_fkey (category_id) to category   Person
--   person               drop foreign key person_city_nr_fkey (city_nr) to city               Person
--   city                 drop primary key city_pkey (nr)                                      City
--   person.city_nr       keep unmapped column                                                 Person
--   person.size          generate as 3 + 4                                                    Person.size
--   person.size          drop default                                                         Person.size
--   person.category_id   drop not null                                                        Person.categoryId
--   person.size          drop not null                                                        Person.size
--   city                 add primary key city_pkey (name)                                     City
--   city.nr              drop column                                                          City
--   category             drop table
-- Locks
--   category             ACCESS EXCLUSIVE, instant
--   city                 ACCESS EXCLUSIVE, instant
--   city                 SHARE UPDATE EXCLUSIVE, scan
--   person               ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] person.size: the new expression writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H301] person.size: the values that were written into it are gone for good
--   [ACC-H202] city.nr: the running version of the application still reads and writes the column
--   [ACC-H301] city.nr: its data is gone for good
--   [ACC-H202] category: the running version of the application still uses the table
--   [ACC-H301] category: its data is gone for good
-- Rows that stop this
--   city: the same values in name
--     SELECT name, count(*) FROM city GROUP BY name HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=category,person person: drop foreign key person_category_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE category, person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person DROP CONSTRAINT person_category_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=city,person person: drop foreign key person_city_nr_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city, person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person DROP CONSTRAINT person_city_nr_fkey;
COMMIT;

-- accrete:step 3 transaction locks=person person.category_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ALTER COLUMN category_id DROP NOT NULL;
COMMIT;

-- accrete:step 4 transaction locks=person person.size: replace column
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

DO $accrete$
DECLARE
    kind text := CASE WHEN current_setting('server_version_num')::integer < 180000 THEN ' STORED' ELSE '' END;
BEGIN
    EXECUTE format($sql$
    ALTER TABLE person DROP COLUMN size,
        ADD COLUMN size integer GENERATED ALWAYS AS (3 + 4)%1$s
    $sql$, kind);
END
$accrete$;
COMMIT;

-- accrete:step 5 autocommit index=city_name_new_idx city: build index city_name_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY city_name_new_idx ON city (name);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 6 transaction locks=city city: change primary key city_pkey; city.nr: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE city DROP CONSTRAINT city_pkey,
    ADD CONSTRAINT city_pkey PRIMARY KEY USING INDEX city_name_new_idx;

ALTER TABLE city DROP COLUMN nr;
COMMIT;

-- accrete:step 7 transaction locks=category drop category
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE category IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE category;
COMMIT;
