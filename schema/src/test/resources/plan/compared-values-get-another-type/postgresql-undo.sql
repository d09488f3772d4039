-- accrete:undo V0002 case postgresql
-- accrete:model 1:12078c5784f229cfdca384b59704b079
-- accrete:verdict breaking
--
-- Changes
--   stay.nights      change type from bigint to integer                              Stay.nights
--   stay.departure   change type from date to integer, using CAST(NULL AS integer)   Stay.departure
--   stay.arrival     change type from date to integer, using CAST(0 AS integer)      Stay.arrival
-- Locks
--   stay             ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] stay.nights: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] stay.nights: the running version of the application may write values that no longer fit
--   [ACC-H210] stay.nights: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] stay.departure: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] stay.departure: the running version of the application may write values that no longer fit
--   [ACC-H210] stay.departure: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] stay.arrival: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] stay.arrival: the running version of the application may write values that no longer fit
--   [ACC-H210] stay.arrival: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   stay.arrival: what the conversion of its values left out
--   stay.departure: what the conversion of its values left out
--   stay.nights: what the conversion of its values left out
-- Rows that stop this
--   stay.nights: more than integer holds
--     SELECT * FROM stay WHERE nights NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=stay stay: drop check stay_departure
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stay IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stay DROP CONSTRAINT stay_departure;
COMMIT;

-- accrete:step 2 transaction locks=stay stay.arrival: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE stay IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stay ALTER COLUMN arrival TYPE integer USING CAST(0 AS integer);
COMMIT;

-- accrete:step 3 transaction locks=stay stay.departure: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE stay IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stay ALTER COLUMN departure TYPE integer USING CAST(NULL AS integer);
COMMIT;

-- accrete:step 4 transaction locks=stay stay.nights: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE stay IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stay ALTER COLUMN nights TYPE integer USING nights::integer;
COMMIT;

-- accrete:step 5 transaction locks=stay stay: add check stay_departure
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stay IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stay ADD CONSTRAINT stay_departure CHECK (departure is null or departure >= arrival) NOT VALID;
COMMIT;

-- accrete:step 6 transaction stay: validate stay_departure
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE stay VALIDATE CONSTRAINT stay_departure;
COMMIT;
