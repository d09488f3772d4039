-- accrete:migration V0002 case h2
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
--   city                 EXCLUSIVE, rewrite
--   person               EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H301] person.size: the values that were written into it are gone for good
--   [ACC-H202] city.nr: the running version of the application still reads and writes the column
--   [ACC-H301] city.nr: its data is gone for good
--   [ACC-H202] category: the running version of the application still uses the table
--   [ACC-H301] category: its data is gone for good
-- Rows that stop this
--   city: the same values in name
--     SELECT name, count(*) FROM city GROUP BY name HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit person: drop foreign key person_category_id_fkey
ALTER TABLE person DROP CONSTRAINT IF EXISTS person_category_id_fkey;

-- accrete:step 2 autocommit person: drop foreign key person_city_nr_fkey
ALTER TABLE person DROP CONSTRAINT IF EXISTS person_city_nr_fkey;

-- accrete:step 3 autocommit city: drop primary key city_pkey
ALTER TABLE city DROP CONSTRAINT IF EXISTS city_pkey;

-- accrete:step 4 autocommit person.category_id: accept rows without a value
ALTER TABLE person ALTER COLUMN category_id DROP NOT NULL;

-- accrete:step 5 autocommit person.size: replace column
ALTER TABLE person DROP COLUMN IF EXISTS size;
ALTER TABLE person ADD COLUMN size integer GENERATED ALWAYS AS (3 + 4);

-- accrete:step 6 autocommit city: add primary key
ALTER TABLE city ADD CONSTRAINT city_pkey PRIMARY KEY (name);

-- accrete:step 7 autocommit city.nr: drop column
ALTER TABLE city DROP COLUMN IF EXISTS nr;

-- accrete:step 8 autocommit drop category
ALTER TABLE IF EXISTS category DROP CONSTRAINT IF EXISTS category_parent_id_fkey;
DROP TABLE IF EXISTS category;
