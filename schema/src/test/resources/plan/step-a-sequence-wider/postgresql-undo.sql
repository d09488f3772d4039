-- accrete:undo V0002 case postgresql
-- accrete:model 1:e6e933b0b79e8cb1e566b4f1fe972da0
-- accrete:verdict compatible
--
-- Changes
--   users_seq   alter sequence start 1 increment 1
-- Locks
--   users_seq   SHARE ROW EXCLUSIVE, instant
-- Hazards
--   none
-- Data that does not come back
--   none
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 transaction locks=users_seq users_seq: change sequence
SET LOCAL lock_timeout = '100ms';
ALTER SEQUENCE users_seq INCREMENT BY 1;
SELECT setval('users_seq', last_value + 50) FROM users_seq WHERE is_called;
