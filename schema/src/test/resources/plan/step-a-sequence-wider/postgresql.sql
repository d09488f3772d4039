-- accrete:migration V0002 case postgresql
-- accrete:model 1:e8bef616af9adc714779d12bc4521974
-- accrete:verdict breaking
--
-- Changes
--   users_seq   alter sequence start 1 increment 50
-- Locks
--   users_seq   SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H206] users_seq: an instance of the running version that starts again finds another increment than its mapping says, and refuses to
-- The previous application version does not keep working: stop it before this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction locks=users_seq users_seq: change sequence
SET LOCAL lock_timeout = '100ms';
ALTER SEQUENCE users_seq INCREMENT BY 50;
SELECT setval('users_seq', last_value + 50) FROM users_seq WHERE is_called;
