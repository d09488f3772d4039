-- accrete:undo V0002 case h2
-- accrete:model 1:19b771fd5a4567fc248267235c02308a
-- accrete:verdict breaking
--
-- Changes
--   known_visit   replace view
--   known_town    replace view
--   town          create table
--   person.age    change type from bigint to integer   Person.age
-- Locks
--   person        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] person.age: the running version of the application may write values that no longer fit
--   [ACC-H215] person.age: the running version fails when it reads adult, known_town, which is not there while this runs
-- Data that does not come back
--   person.age: what the conversion of its values left out
--   town: the rows that were dropped
-- Rows that stop this
--   person.age: more than integer holds
--     SELECT * FROM person WHERE age NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit visits: drop view
DROP VIEW IF EXISTS visits;

-- accrete:step 2 autocommit known_visit: drop view
DROP VIEW IF EXISTS known_visit;

-- accrete:step 3 autocommit known_town: drop view
DROP VIEW IF EXISTS known_town;

-- accrete:step 4 autocommit city_of_adult: drop view
DROP VIEW IF EXISTS city_of_adult;

-- accrete:step 5 autocommit adult: drop view
DROP VIEW IF EXISTS adult;

-- accrete:step 6 autocommit create town
CREATE TABLE town (
    id bigint NOT NULL,
    CONSTRAINT town_pkey PRIMARY KEY (id)
);

-- accrete:step 7 autocommit person.age: change type to integer
ALTER TABLE person ALTER COLUMN age SET DATA TYPE integer;

-- accrete:step 8 autocommit adult: create view
CREATE VIEW adult AS select id, age, city from person where age > 17;

-- accrete:step 9 autocommit city_of_adult: create view
CREATE VIEW city_of_adult AS select id, city from adult;

-- accrete:step 10 autocommit known_town: create view
CREATE VIEW known_town AS select id from town;

-- accrete:step 11 autocommit known_visit: create view
CREATE VIEW known_visit AS select id from visit;

-- accrete:step 12 autocommit visits: create view
CREATE VIEW visits AS select count(*) as many from known_visit;
