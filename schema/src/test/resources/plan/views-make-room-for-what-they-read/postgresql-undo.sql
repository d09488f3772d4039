-- accrete:undo V0002 case postgresql
-- accrete:model 1:19b771fd5a4567fc248267235c02308a
-- accrete:verdict breaking
--
-- Changes
--   known_visit     replace view
--   known_town      replace view
--   town            create table
--   person.age      change type from bigint to integer   Person.age
-- Locks
--   adult           ACCESS EXCLUSIVE, instant
--   city_of_adult   ACCESS EXCLUSIVE, instant
--   known_town      ACCESS EXCLUSIVE, instant
--   known_visit     ACCESS EXCLUSIVE, instant
--   person          ACCESS EXCLUSIVE, rewrite
--   visits          ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H101] person.age: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] person.age: the running version of the application may write values that no longer fit
--   [ACC-H210] person.age: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H215] person.age: the running version fails when it reads adult, known_town, which is not there while this runs
-- Data that does not come back
--   person.age: what the conversion of its values left out
--   town: the rows that were dropped
-- Rows that stop this
--   person.age: more than integer holds
--     SELECT * FROM person WHERE age NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=visits visits: drop view
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visits IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP VIEW visits;
COMMIT;

-- accrete:step 2 transaction locks=known_visit known_visit: drop view
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE known_visit IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP VIEW known_visit;
COMMIT;

-- accrete:step 3 transaction locks=known_town known_town: drop view
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE known_town IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP VIEW known_town;
COMMIT;

-- accrete:step 4 transaction locks=city_of_adult city_of_adult: drop view
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE city_of_adult IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP VIEW city_of_adult;
COMMIT;

-- accrete:step 5 transaction locks=adult adult: drop view
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE adult IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP VIEW adult;
COMMIT;

-- accrete:step 6 transaction create town, which nobody uses yet
BEGIN;
CREATE TABLE town (
    id bigint NOT NULL,
    CONSTRAINT town_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 7 transaction locks=person person.age: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ALTER COLUMN age TYPE integer USING age::integer;
COMMIT;

-- accrete:step 8 transaction adult: create view
BEGIN;
CREATE VIEW adult AS select id, age, city from person where age > 17;
COMMIT;

-- accrete:step 9 transaction city_of_adult: create view
BEGIN;
CREATE VIEW city_of_adult AS select id, city from adult;
COMMIT;

-- accrete:step 10 transaction known_town: create view
BEGIN;
CREATE VIEW known_town AS select id from town;
COMMIT;

-- accrete:step 11 transaction known_visit: create view
BEGIN;
CREATE VIEW known_visit AS select id from visit;
COMMIT;

-- accrete:step 12 transaction visits: create view
BEGIN;
CREATE VIEW visits AS select count(*) as many from known_visit;
COMMIT;
