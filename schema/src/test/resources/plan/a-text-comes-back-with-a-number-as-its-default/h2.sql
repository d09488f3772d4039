-- accrete:migration V0002 case h2
-- accrete:model 1:f1458ebf9159530e6f40772c52b22825
-- accrete:verdict breaking
--
-- Changes
--   line.amount   change type from varchar(20) to numeric(38,2)   Line.amount
--   line.amount   drop default                                    Line.amount
--   line.amount   drop not null                                   Line.amount
-- Locks
--   line          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] line.amount: the running version of the application may write values that no longer fit
-- Rows that stop this
--   line.amount: texts that are no numeric(38,2)
--     SELECT * FROM line WHERE amount = '' OR regexp_replace(amount, '^-?[0-9]+([.][0-9]+)?$', '') <> '';
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit line.amount: change type to numeric(38,2)
ALTER TABLE line ALTER COLUMN amount DROP DEFAULT;
ALTER TABLE line ALTER COLUMN amount DROP NOT NULL;
ALTER TABLE line ALTER COLUMN amount SET DATA TYPE numeric(38,2);
