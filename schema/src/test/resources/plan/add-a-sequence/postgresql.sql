-- accrete:migration V0002 case postgresql
-- accrete:model 1:e8bef616af9adc714779d12bc4521974
-- accrete:verdict compatible
--
-- Changes
--   users_seq   create sequence start 1 increment 50, past the ids in users.id
-- Locks
--   none
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction create users_seq, which nobody uses yet
BEGIN;
CREATE SEQUENCE users_seq START WITH 1 INCREMENT BY 50;
COMMIT;

-- accrete:step 2 transaction users_seq: start past the ids in users
BEGIN;
SELECT setval('users_seq', greatest(1, max(id) + 51), false) FROM users HAVING max(id) IS NOT NULL;
COMMIT;
