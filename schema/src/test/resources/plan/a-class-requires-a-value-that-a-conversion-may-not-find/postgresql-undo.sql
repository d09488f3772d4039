-- accrete:undo V0002 case postgresql
-- accrete:model 1:51b682fee829bbac1358dcd79e464043
-- accrete:verdict breaking
--
-- Changes
--   device          drop check device_check                   Device
--   device.active   change type from boolean to varchar(20)   Device.active
--   device          add check device_check                    Device
-- Locks
--   device          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] device.active: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] device.active: the running version of the application may write values that no longer fit
--   [ACC-H210] device.active: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] device: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Data that does not come back
--   device.active: what the conversion of its values left out
-- Rows that stop this
--   device: what device_check refuses
--     SELECT * FROM device WHERE NOT (kind <> 'Lamp' or ((active) is not null));
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=device device: drop check device_check
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE device IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE device DROP CONSTRAINT device_check;
COMMIT;

-- accrete:step 2 transaction locks=device device.active: change type to varchar(20)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE device IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE device ALTER COLUMN active TYPE varchar(20) USING active::varchar(20);
COMMIT;

-- accrete:step 3 transaction locks=device device: add check device_check
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE device IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE device ADD CONSTRAINT device_check CHECK (kind <> 'Lamp' or (active is not null)) NOT VALID;
COMMIT;

-- accrete:step 4 transaction device: validate device_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE device VALIDATE CONSTRAINT device_check;
COMMIT;
