-- accrete:undo V0002 case h2
-- accrete:model 1:51b682fee829bbac1358dcd79e464043
-- accrete:verdict breaking
--
-- Changes
--   device          drop check device_check                   Device
--   device.active   change type from boolean to varchar(20)   Device.active
--   device          add check device_check                    Device
-- Locks
--   device          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] device.active: the running version of the application may write values that no longer fit
--   [ACC-H205] device: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Data that does not come back
--   device.active: what the conversion of its values left out
-- Rows that stop this
--   device: what device_check refuses
--     SELECT * FROM device WHERE NOT (kind <> 'Lamp' or ((active) is not null));
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit device: drop check device_check
ALTER TABLE device DROP CONSTRAINT IF EXISTS device_check;

-- accrete:step 2 autocommit device.active: change type to varchar(20)
ALTER TABLE device ALTER COLUMN active SET DATA TYPE varchar(20);

-- accrete:step 3 autocommit device: add check device_check
ALTER TABLE device ADD CONSTRAINT device_check CHECK (kind <> 'Lamp' or (active is not null));
