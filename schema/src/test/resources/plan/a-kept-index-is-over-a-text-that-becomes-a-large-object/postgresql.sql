-- accrete:migration V0002 case postgresql
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
--   letter            ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] letter.body: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] letter.body: the running version of the application may write values that no longer fit
--   [ACC-H210] letter.body: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit letter: drop index letter_language_body_idx
SET statement_timeout = 0;
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS letter_language_body_idx;
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 2 transaction locks=letter letter: drop unique key letter_body_language_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter DROP CONSTRAINT letter_body_language_key;
COMMIT;

-- accrete:step 3 transaction locks=letter letter.body: change type to oid
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ALTER COLUMN body TYPE oid USING lo_from_bytea(0, convert_to(body::text, 'UTF8'));
COMMIT;

-- accrete:step 4 transaction locks=letter letter.language: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ALTER COLUMN language DROP NOT NULL;
COMMIT;
