-- accrete:migration V0002 case postgresql
-- accrete:model 1:82be488f3d832a73970a52fb3f3112cd
-- accrete:verdict breaking
--
-- Changes
--   letter.body     map kept column again                                          Letter.body
--   letter          drop unique constraint letter_sender_body_key (sender, body)   Letter
--   letter.sender   keep unmapped column on purpose                                Letter
--   letter.body     change type from varchar(255) to clob                          Letter.body
-- Locks
--   letter          ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] letter.body: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] letter.body: the running version of the application may write values that no longer fit
--   [ACC-H210] letter.body: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=letter letter: drop unique key letter_sender_body_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter DROP CONSTRAINT letter_sender_body_key;
COMMIT;

-- accrete:step 2 transaction locks=letter letter.body: change type to oid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ALTER COLUMN body TYPE oid USING lo_from_bytea(0, convert_to(body::text, 'UTF8'));
COMMIT;
