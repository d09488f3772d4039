-- accrete:migration V0002 case postgresql
-- accrete:model 1:41bb3aefc8df643b5a09d70fd00028d7
-- accrete:verdict breaking
--
-- Changes
--   stay.arrival     change type from integer to date, using date '1970-01-01' + arrival     Stay.arrival
--   stay.departure   change type from integer to date, using date '1970-01-01' + departure   Stay.departure
--   stay.nights      change type from integer to bigint                                      Stay.nights
-- Locks
--   stay             ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] stay.arrival: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] stay.arrival: the running version of the application may write values that no longer fit
--   [ACC-H210] stay.arrival: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] stay.departure: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] stay.departure: the running version of the application may write values that no longer fit
--   [ACC-H210] stay.departure: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] stay.nights: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H210] stay.nights: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=stay stay: drop check stay_departure
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE stay IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stay DROP CONSTRAINT stay_departure;
COMMIT;

-- accrete:step 2 transaction locks=stay stay.arrival: change type to date
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE stay IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stay ALTER COLUMN arrival TYPE date USING date '1970-01-01' + arrival;
COMMIT;

-- accrete:step 3 transaction locks=stay stay.departure: change type to date
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE stay IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stay ALTER COLUMN departure TYPE date USING date '1970-01-01' + departure;
COMMIT;

-- accrete:step 4 transaction locks=stay stay.nights: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE stay IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE stay ALTER COLUMN nights TYPE bigint USING nights::bigint;
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
