-- accrete:migration V0002 case h2
-- accrete:model 1:c484fe995289bea504d775cc07eba717
-- accrete:verdict breaking
--
-- Changes
--   person.first      keep unmapped column                                                    Person
--   person.known_as   add column varchar(80) not null, existing rows: coalesce(first, last)   Person.knownAs
--   person.name       add column varchar(81) not null, existing rows: first || ' ' || last    Person.name
-- Locks
--   person            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] person.known_as: inserts of the running version leave the new column out and fail
--   [ACC-H203] person.name: inserts of the running version leave the new column out and fail
-- Rows that stop this
--   person.name: no value, where none is found for them
--     SELECT * FROM person WHERE first || ' ' || last IS NULL;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit person.known_as: add column
ALTER TABLE person ADD COLUMN known_as varchar(80);
UPDATE person SET known_as = coalesce(first, last) WHERE known_as IS NULL;
ALTER TABLE person ALTER COLUMN known_as SET NOT NULL;

-- accrete:step 2 autocommit person.name: add column
ALTER TABLE person ADD COLUMN name varchar(81);
UPDATE person SET name = first || ' ' || last WHERE name IS NULL;
ALTER TABLE person ALTER COLUMN name SET NOT NULL;
