-- accrete:migration V0002 case h2
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

-- accrete:step 1 autocommit create users_seq
CREATE SEQUENCE users_seq START WITH 1 INCREMENT BY 50;

-- accrete:step 2 autocommit users_seq: start past the ids in users
ALTER SEQUENCE users_seq RESTART WITH (SELECT CASE count(*) WHEN 0 THEN 1 ELSE greatest(1, max(id) + 51) END FROM users);
