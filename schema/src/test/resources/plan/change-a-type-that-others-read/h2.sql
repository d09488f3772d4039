-- accrete:migration V0002 case h2
-- accrete:model 1:c79388e1d7f573605d408a2777533ac0
-- accrete:verdict compatible
--
-- Changes
--   item.age   change type from integer to bigint   Item.age
-- Locks
--   item       EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit item: drop check ck_age
ALTER TABLE item DROP CONSTRAINT IF EXISTS ck_age;

-- accrete:step 2 autocommit item.age: change type to bigint
ALTER TABLE item ALTER COLUMN age SET DATA TYPE bigint;

-- accrete:step 3 autocommit item: add check ck_age
ALTER TABLE item ADD CONSTRAINT ck_age CHECK (age >= 0);
