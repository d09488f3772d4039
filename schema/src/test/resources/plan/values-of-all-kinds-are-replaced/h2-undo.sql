-- accrete:undo V0002 case h2
-- accrete:model 1:5becd0f7578ab0fc84db0470e46a9f08
-- accrete:verdict breaking
--
-- Changes
--   letter             drop foreign key letter_share_id_fkey (share_id) to share_new                         Letter
--   letter             drop foreign key letter_minute_id_fkey (minute_id) to minute_new                      Letter
--   letter             drop foreign key letter_letter_id_fkey (letter_id) to letter_new                      Letter
--   letter             drop foreign key letter_hour_id_fkey (hour_id) to hour_new                            Letter
--   letter             drop foreign key letter_day_id_fkey (day_id) to day_new                               Letter
--   letter             drop foreign key letter_code_id_fkey (code_id) to code_new                            Letter
--   letter             drop foreign key letter_amount_id_fkey (amount_id) to amount_new                      Letter
--   letter.sort        change check to [sort in ('p','l','c')]                                               Letter.sort
--   letter.sort        replace values                                                                        Letter.sort
--   letter.share_id    replace values, using (SELECT p.id FROM share_old p WHERE p.id = letter.share_id)     Letter.shareId
--   letter.minute_id   replace values, using (SELECT p.id FROM minute_old p WHERE p.id = letter.minute_id)   Letter.minuteId
--   letter.letter_id   replace values, using (SELECT p.id FROM letter_old p WHERE p.id = letter.letter_id)   Letter.letterId
--   letter.hour_id     replace values, using (SELECT p.id FROM hour_old p WHERE p.id = letter.hour_id)       Letter.hourId
--   letter.day_id      replace values, using (SELECT p.id FROM day_old p WHERE p.id = letter.day_id)         Letter.dayId
--   letter.code_id     replace values, using (SELECT p.id FROM code_old p WHERE p.id = letter.code_id)       Letter.codeId
--   letter.amount_id   replace values, using (SELECT p.id FROM amount_old p WHERE p.id = letter.amount_id)   Letter.amountId
--   letter             add foreign key letter_share_id_fkey (share_id) to share_old                          Letter
--   letter             add foreign key letter_minute_id_fkey (minute_id) to minute_old                       Letter
--   letter             add foreign key letter_letter_id_fkey (letter_id) to letter_old                       Letter
--   letter             add foreign key letter_hour_id_fkey (hour_id) to hour_old                             Letter
--   letter             add foreign key letter_day_id_fkey (day_id) to day_old                                Letter
--   letter             add foreign key letter_code_id_fkey (code_id) to code_old                             Letter
--   letter             add foreign key letter_amount_id_fkey (amount_id) to amount_old                       Letter
-- Locks
--   letter             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H209] letter.sort: the running version fails when it reads a constant that it does not know
--   [ACC-H204] letter.day_id: the running version of the application may write values that no longer fit
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references, which are to rows of share_new, not of share_old
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references, which are to rows of minute_new, not of minute_old
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references, which are to rows of letter_new, not of letter_old
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references, which are to rows of hour_new, not of hour_old
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references, which are to rows of day_new, not of day_old
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references, which are to rows of code_new, not of code_old
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] letter: the running version fails when it writes references, which are to rows of amount_new, not of amount_old
-- Data that does not come back
--   letter.amount_id: what the conversion of its values left out
--   letter.code_id: what the conversion of its values left out
--   letter.day_id: what the conversion of its values left out
--   letter.hour_id: what the conversion of its values left out
--   letter.letter_id: what the conversion of its values left out
--   letter.minute_id: what the conversion of its values left out
--   letter.share_id: what the conversion of its values left out
--   letter.sort: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit letter: drop foreign key letter_amount_id_fkey
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_amount_id_fkey;

-- accrete:step 2 autocommit letter: drop foreign key letter_code_id_fkey
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_code_id_fkey;

-- accrete:step 3 autocommit letter: drop foreign key letter_day_id_fkey
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_day_id_fkey;

-- accrete:step 4 autocommit letter: drop foreign key letter_hour_id_fkey
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_hour_id_fkey;

-- accrete:step 5 autocommit letter: drop foreign key letter_letter_id_fkey
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_letter_id_fkey;

-- accrete:step 6 autocommit letter: drop foreign key letter_minute_id_fkey
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_minute_id_fkey;

-- accrete:step 7 autocommit letter: drop foreign key letter_share_id_fkey
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_share_id_fkey;

-- accrete:step 8 autocommit letter.amount_id: convert values
CREATE DOMAIN IF NOT EXISTS letter_amount_id_type AS numeric(11,2);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LETTER' AND column_name = 'AMOUNT_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LETTER_AMOUNT_ID_TYPE')
    THEN 'ALTER TABLE letter ALTER COLUMN amount_id SET DATA TYPE numeric(11,2) USING (SELECT p.id FROM amount_old p WHERE p.id = letter.amount_id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS letter_amount_id_type;

-- accrete:step 9 autocommit letter.amount_id: alter column
ALTER TABLE letter ALTER COLUMN amount_id SET DATA TYPE numeric(10,2);

-- accrete:step 10 autocommit letter.code_id: convert values
CREATE DOMAIN IF NOT EXISTS letter_code_id_type AS varbinary(4);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LETTER' AND column_name = 'CODE_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LETTER_CODE_ID_TYPE')
    THEN 'ALTER TABLE letter ALTER COLUMN code_id SET DATA TYPE varbinary(4) USING (SELECT p.id FROM code_old p WHERE p.id = letter.code_id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS letter_code_id_type;

-- accrete:step 11 autocommit letter.code_id: alter column
ALTER TABLE letter ALTER COLUMN code_id SET DATA TYPE binary(4);

-- accrete:step 12 autocommit letter.day_id: convert values
CREATE DOMAIN IF NOT EXISTS letter_day_id_type AS timestamp(0);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LETTER' AND column_name = 'DAY_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LETTER_DAY_ID_TYPE')
    THEN 'ALTER TABLE letter ALTER COLUMN day_id SET DATA TYPE timestamp(0) USING (SELECT p.id FROM day_old p WHERE p.id = letter.day_id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS letter_day_id_type;

-- accrete:step 13 autocommit letter.day_id: alter column
ALTER TABLE letter ALTER COLUMN day_id SET DATA TYPE date;

-- accrete:step 14 autocommit letter.hour_id: convert values
CREATE DOMAIN IF NOT EXISTS letter_hour_id_type AS time(7);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LETTER' AND column_name = 'HOUR_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LETTER_HOUR_ID_TYPE')
    THEN 'ALTER TABLE letter ALTER COLUMN hour_id SET DATA TYPE time(7) USING (SELECT p.id FROM hour_old p WHERE p.id = letter.hour_id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS letter_hour_id_type;

-- accrete:step 15 autocommit letter.hour_id: alter column
ALTER TABLE letter ALTER COLUMN hour_id SET DATA TYPE time(6);

-- accrete:step 16 autocommit letter.letter_id: convert values
CREATE DOMAIN IF NOT EXISTS letter_letter_id_type AS varchar(2);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LETTER' AND column_name = 'LETTER_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LETTER_LETTER_ID_TYPE')
    THEN 'ALTER TABLE letter ALTER COLUMN letter_id SET DATA TYPE varchar(2) USING (SELECT p.id FROM letter_old p WHERE p.id = letter.letter_id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS letter_letter_id_type;

-- accrete:step 17 autocommit letter.letter_id: alter column
ALTER TABLE letter ALTER COLUMN letter_id SET DATA TYPE char(2);

-- accrete:step 18 autocommit letter.minute_id: convert values
CREATE DOMAIN IF NOT EXISTS letter_minute_id_type AS timestamp(7);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LETTER' AND column_name = 'MINUTE_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LETTER_MINUTE_ID_TYPE')
    THEN 'ALTER TABLE letter ALTER COLUMN minute_id SET DATA TYPE timestamp(7) USING (SELECT p.id FROM minute_old p WHERE p.id = letter.minute_id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS letter_minute_id_type;

-- accrete:step 19 autocommit letter.minute_id: alter column
ALTER TABLE letter ALTER COLUMN minute_id SET DATA TYPE timestamp(6);

-- accrete:step 20 autocommit letter.share_id: convert values
CREATE DOMAIN IF NOT EXISTS letter_share_id_type AS varchar(64);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LETTER' AND column_name = 'SHARE_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LETTER_SHARE_ID_TYPE')
    THEN 'ALTER TABLE letter ALTER COLUMN share_id SET DATA TYPE varchar(64) USING (SELECT p.id FROM share_old p WHERE p.id = letter.share_id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS letter_share_id_type;

-- accrete:step 21 autocommit letter.share_id: alter column
ALTER TABLE letter ALTER COLUMN share_id SET DATA TYPE float(53);

-- accrete:step 22 autocommit letter.sort: alter column
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_sort_check;
ALTER TABLE letter ADD CONSTRAINT letter_sort_check CHECK (sort in ('p','l','c'));

-- accrete:step 23 autocommit letter: add foreign key letter_amount_id_fkey
ALTER TABLE letter ADD CONSTRAINT letter_amount_id_fkey FOREIGN KEY (amount_id) REFERENCES amount_old (id);

-- accrete:step 24 autocommit letter: add foreign key letter_code_id_fkey
ALTER TABLE letter ADD CONSTRAINT letter_code_id_fkey FOREIGN KEY (code_id) REFERENCES code_old (id);

-- accrete:step 25 autocommit letter: add foreign key letter_day_id_fkey
ALTER TABLE letter ADD CONSTRAINT letter_day_id_fkey FOREIGN KEY (day_id) REFERENCES day_old (id);

-- accrete:step 26 autocommit letter: add foreign key letter_hour_id_fkey
ALTER TABLE letter ADD CONSTRAINT letter_hour_id_fkey FOREIGN KEY (hour_id) REFERENCES hour_old (id);

-- accrete:step 27 autocommit letter: add foreign key letter_letter_id_fkey
ALTER TABLE letter ADD CONSTRAINT letter_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter_old (id);

-- accrete:step 28 autocommit letter: add foreign key letter_minute_id_fkey
ALTER TABLE letter ADD CONSTRAINT letter_minute_id_fkey FOREIGN KEY (minute_id) REFERENCES minute_old (id);

-- accrete:step 29 autocommit letter: add foreign key letter_share_id_fkey
ALTER TABLE letter ADD CONSTRAINT letter_share_id_fkey FOREIGN KEY (share_id) REFERENCES share_old (id);
