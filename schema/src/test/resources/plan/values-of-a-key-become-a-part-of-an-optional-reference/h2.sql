-- accrete:migration V0002 case h2
-- accrete:model 1:172460df88ca59e49d94977bf458d83f
-- accrete:verdict compatible
--
-- Changes
--   member.delegation_id   replace values, using (select p.id from delegation p where p.id = member.delegation_id and p.doc = member.doc)   Member.delegationId
--   member                 add foreign key member_delegation_id_doc_fkey (delegation_id, doc) to delegation   Member
-- Locks
--   member                 EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H205] member: the migration stops at references to rows that are not there, and a running version that writes some fails
-- The previous application version keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 autocommit member.delegation_id: convert values
CREATE DOMAIN IF NOT EXISTS member_delegation_id_type AS varchar(37);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'MEMBER' AND column_name = 'DELEGATION_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'MEMBER_DELEGATION_ID_TYPE')
    THEN 'ALTER TABLE member ALTER COLUMN delegation_id SET DATA TYPE varchar(37) USING (select p.id from delegation p where p.id = member.delegation_id and p.doc = member.doc)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS member_delegation_id_type;

-- accrete:step 2 autocommit member.delegation_id: alter column
ALTER TABLE member ALTER COLUMN delegation_id SET DATA TYPE varchar(36);

-- accrete:step 3 autocommit member: add foreign key member_delegation_id_doc_fkey
ALTER TABLE member ADD CONSTRAINT member_delegation_id_doc_fkey FOREIGN KEY (delegation_id, doc) REFERENCES delegation (id, doc);
