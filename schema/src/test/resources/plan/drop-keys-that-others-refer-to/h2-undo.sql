-- accrete:undo V0002 case h2
-- accrete:model 1:71e0a70cf671b7f428f683aa1e95b029
-- accrete:verdict breaking
--
-- Changes
--   category             create table
--   city.nr              add column bigint not null, existing rows: row_number() over (order by name)   City
--   city                 drop primary key city_pkey (name)                                              City
--   person.size          set not null, existing rows: 7                                                 Person.size
--   person.category_id   set not null, existing rows: 0                                                 Person.categoryId
--   person.size          set default 7                                                                  Person.size
--   person.size          drop generation                                                                Person.size
--   city                 add primary key city_pkey (nr)                                                 City
--   person               empty the references of person_city_nr_fkey, whose keys are others             Person
--   person               add foreign key person_city_nr_fkey (city_nr) to city                          Person
--   person               add empty rows to category that person_category_id_fkey misses                 Person
--   person               add foreign key person_category_id_fkey (category_id) to category              Person
--   category             add foreign key category_parent_id_fkey (parent_id) to category
-- Locks
--   city                 EXCLUSIVE, rewrite
--   person               EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] city.nr: inserts of the running version leave the new column out and fail
--   [ACC-H203] person.size: writes of the running version that leave the column empty fail
--   [ACC-H203] person.category_id: writes of the running version that leave the column empty fail
--   [ACC-H205] person: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] person: the running version fails when it writes references to rows of category, which it does not know
-- Data that does not come back
--   person: add empty rows to category that person_category_id_fkey misses
--   person: empty the references of person_city_nr_fkey, whose keys are others
--   person.category_id: rows without a value get 0
--   person.size: rows without a value get 7
--   city.nr: the values that were dropped
--   category: the rows that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit city: drop primary key city_pkey
ALTER TABLE city DROP CONSTRAINT IF EXISTS city_pkey;

-- accrete:step 2 autocommit create category
CREATE TABLE category (
    id bigint NOT NULL,
    parent_id bigint NOT NULL,
    CONSTRAINT category_pkey PRIMARY KEY (id)
);

ALTER TABLE category ADD CONSTRAINT category_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES category (id);

-- accrete:step 3 autocommit city.nr: add column
ALTER TABLE city ADD COLUMN nr bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS city_nr_values AS
    SELECT name AS key_1, row_number() over (order by name) AS found
    FROM city;

CREATE UNIQUE INDEX IF NOT EXISTS city_nr_place ON city_nr_values (key_1);
UPDATE city SET nr = (SELECT v.found FROM city_nr_values v WHERE v.key_1 = city.name) WHERE nr IS NULL;
DROP TABLE IF EXISTS city_nr_values;
ALTER TABLE city ALTER COLUMN nr SET NOT NULL;

-- accrete:step 4 autocommit person.category_id: alter column
UPDATE person SET category_id = 0 WHERE category_id IS NULL;
ALTER TABLE person ALTER COLUMN category_id SET NOT NULL;

-- accrete:step 5 autocommit person.size: compute no more
ALTER TABLE person ALTER COLUMN size DROP EXPRESSION;

-- accrete:step 6 autocommit person.size: alter column
ALTER TABLE person ALTER COLUMN size SET DEFAULT 7;
UPDATE person SET size = 7 WHERE size IS NULL;
ALTER TABLE person ALTER COLUMN size SET NOT NULL;

-- accrete:step 7 autocommit city: add primary key
ALTER TABLE city ADD CONSTRAINT city_pkey PRIMARY KEY (nr);

-- accrete:step 8 autocommit person: mend references to category
INSERT INTO category (id, parent_id)
    SELECT id, id FROM (SELECT DISTINCT person.category_id AS id FROM person
    WHERE person.category_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM category r WHERE r.id = person.category_id)) k;

-- accrete:step 9 autocommit person: mend references to city
UPDATE person SET city_nr = NULL
    WHERE person.city_nr IS NOT NULL;

-- accrete:step 10 autocommit person: add foreign key person_category_id_fkey
ALTER TABLE person ADD CONSTRAINT person_category_id_fkey FOREIGN KEY (category_id) REFERENCES category (id);

-- accrete:step 11 autocommit person: add foreign key person_city_nr_fkey
ALTER TABLE person ADD CONSTRAINT person_city_nr_fkey FOREIGN KEY (city_nr) REFERENCES city (nr);
