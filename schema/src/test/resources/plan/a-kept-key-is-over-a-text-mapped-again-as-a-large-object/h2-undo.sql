-- accrete:undo V0002 case h2
-- accrete:model 1:a115aec99b4ef141597d630e6b5557d5
-- accrete:verdict breaking
--
-- Changes
--   letter.body   change type from clob to varchar(255), using substring(body from 1 for 255)   Letter.body
--   letter        add unique constraint letter_sender_body_key (sender, body)                   Letter
-- Locks
--   letter        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] letter.body: the running version of the application may write values that no longer fit
--   [ACC-H205] letter: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   letter.body: what the conversion of its values left out
-- Rows that stop this
--   letter: the same values in sender, body after their conversion
--     SELECT sender, body, count(*) FROM (SELECT sender, substring(body from 1 for 255) AS body FROM letter) found WHERE sender IS NOT NULL AND body IS NOT NULL GROUP BY sender, body HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit letter.body: change type to varchar(255)
CREATE DOMAIN IF NOT EXISTS letter_body_type AS varchar(255);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LETTER' AND column_name = 'BODY')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LETTER_BODY_TYPE')
    THEN 'ALTER TABLE letter ALTER COLUMN body SET DATA TYPE varchar(255) USING substring(body from 1 for 255)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS letter_body_type;

-- accrete:step 2 autocommit letter: add unique key letter_sender_body_key
ALTER TABLE letter ADD CONSTRAINT letter_sender_body_key UNIQUE (sender, body);
