-- accrete:migration V0002 case h2
-- accrete:model 1:ed178c859274ed0dfe51c597fc09a094
-- accrete:verdict breaking
--
-- Changes
--   person.age    change type from integer to bigint   Person.age
--   town          drop table
--   known_town    replace view
--   known_visit   replace view
-- Locks
--   person        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H215] person.age: the running version fails when it reads adult, which is not there while this runs
--   [ACC-H202] town: the running version of the application still uses the table
--   [ACC-H215] town: the running version fails when it reads known_town, which is not there while this runs
--   [ACC-H301] town: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

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

-- accrete:step 6 autocommit person.age: change type to bigint
ALTER TABLE person ALTER COLUMN age SET DATA TYPE bigint;

-- accrete:step 7 autocommit drop town
DROP TABLE IF EXISTS town;

-- accrete:step 8 autocommit adult: create view
CREATE VIEW adult AS select id, age, city from person where age > 17;

-- accrete:step 9 autocommit city_of_adult: create view
CREATE VIEW city_of_adult AS select id, city from adult;

-- accrete:step 10 autocommit known_town: create view
CREATE VIEW known_town AS select id from person;

-- accrete:step 11 autocommit known_visit: create view
CREATE VIEW known_visit AS select id from visit where id > 0;

-- accrete:step 12 autocommit visits: create view
CREATE VIEW visits AS select count(*) as many from known_visit;
