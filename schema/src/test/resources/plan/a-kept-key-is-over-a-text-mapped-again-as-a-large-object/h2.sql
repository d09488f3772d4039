-- accrete:migration V0002 case h2
-- accrete:model 1:82be488f3d832a73970a52fb3f3112cd
-- accrete:verdict breaking
--
-- Changes
--   letter.body     map kept column again                                          Letter.body
--   letter          drop unique constraint letter_sender_body_key (sender, body)   Letter
--   letter.sender   keep unmapped column on purpose                                Letter
--   letter.body     change type from varchar(255) to clob                          Letter.body
-- Locks
--   letter          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] letter.body: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit letter: drop unique key letter_sender_body_key
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_sender_body_key;

-- accrete:step 2 autocommit letter.body: change type to clob
ALTER TABLE letter ALTER COLUMN body SET DATA TYPE clob;
