-- accrete:undo V0002 case postgresql
-- accrete:model 1:a115aec99b4ef141597d630e6b5557d5
-- accrete:verdict breaking
--
-- Changes
--   letter.body   change type from clob to varchar(255), using substring(convert_from(lo_get(body), 'UTF8') from 1 for 255)   Letter.body
--   letter        add unique constraint letter_sender_body_key (sender, body)   Letter
-- Locks
--   letter        ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] letter.body: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] letter.body: the running version of the application may write values that no longer fit
--   [ACC-H210] letter.body: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] letter: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   letter.body: what the conversion of its values left out
-- Rows that stop this
--   letter: the same values in sender, body after their conversion
--     SELECT sender, body, count(*) FROM (SELECT sender, substring(convert_from(lo_get(body), 'UTF8') from 1 for 255) AS body FROM letter) found WHERE sender IS NOT NULL AND body IS NOT NULL GROUP BY sender, body HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=letter letter.body: change type to varchar(255)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ALTER COLUMN body TYPE varchar(255) USING substring(convert_from(lo_get(body), 'UTF8') from 1 for 255);
COMMIT;

-- accrete:step 2 autocommit index=letter_sender_body_key letter: build index letter_sender_body_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY letter_sender_body_key ON letter (sender, body);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=letter letter: add unique key letter_sender_body_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE letter IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE letter ADD CONSTRAINT letter_sender_body_key UNIQUE USING INDEX letter_sender_body_key;
COMMIT;
