-- accrete:undo V0002 case h2
-- accrete:model 1:45c5d76f5cdd052c8ef7488b89f666d9
-- accrete:verdict breaking
--
-- Changes
--   item.age   change type from bigint to integer   Item.age
-- Locks
--   item       EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] item.age: the running version of the application may write values that no longer fit
-- Data that does not come back
--   item.age: what the conversion of its values left out
-- Rows that stop this
--   item.age: more than integer holds
--     SELECT * FROM item WHERE age NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit item: drop check ck_age
ALTER TABLE item DROP CONSTRAINT IF EXISTS ck_age;

-- accrete:step 2 autocommit item.age: change type to integer
ALTER TABLE item ALTER COLUMN age SET DATA TYPE integer;

-- accrete:step 3 autocommit item: add check ck_age
ALTER TABLE item ADD CONSTRAINT ck_age CHECK (age >= 0);
