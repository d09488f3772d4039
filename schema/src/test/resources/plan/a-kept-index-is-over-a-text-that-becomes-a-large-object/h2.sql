-- accrete:migration V0002 case h2
-- accrete:model 1:ab885629ed16bd1fdfd344d63abdb0ac
-- accrete:verdict breaking
--
-- Changes
--   letter            drop index letter_language_body_idx (language, body)                         Letter
--   letter            drop unique constraint letter_body_language_key (body, language)             Letter
--   letter            keep with unmapped column: letter_language_subject_idx (language, subject)   Letter
--   letter.language   keep unmapped column on purpose                                              Letter
--   letter.language   drop not null of unmapped column                                             Letter
--   letter.body       change type from varchar(255) to clob                                        Letter.body
-- Locks
--   letter            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] letter.body: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit letter: drop index letter_language_body_idx
DROP INDEX IF EXISTS letter_language_body_idx;

-- accrete:step 2 autocommit letter: drop unique key letter_body_language_key
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_body_language_key;

-- accrete:step 3 autocommit letter.body: change type to clob
ALTER TABLE letter ALTER COLUMN body SET DATA TYPE clob;

-- accrete:step 4 autocommit letter.language: accept rows without a value
ALTER TABLE letter ALTER COLUMN language DROP NOT NULL;
