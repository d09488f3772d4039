-- accrete:migration V0002 case h2
-- accrete:model 1:86fe13385f68f689988a7e35ff3d5806
-- accrete:verdict breaking
--
-- Changes
--   support               create table                                                                                     Support
--   support               fill with (id, program_id) select 1, (select id from program order by id fetch first row only)   Support
--   facility.support_id   add column bigint not null, existing rows: (select min(id) from support)                         Facility.supportId
--   program.id            change type from varchar(36) to uuid, using cast(lpad(cast((select x.n from (select o.id as k, row_number() over (order by o.id) as n from program o) x where x.k = program.id) as varchar), 32, '0') as uuid)   Program.id
--   facility              add foreign key facility_support_id_fkey (support_id) to support                                 Facility
--   support               add foreign key support_program_id_fkey (program_id) to program                                  Support
-- Locks
--   facility              EXCLUSIVE, rewrite
--   program               EXCLUSIVE, rewrite
--   support               EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] support: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] facility.support_id: inserts of the running version leave the new column out and fail
--   [ACC-H204] program.id: the running version of the application may write values that no longer fit
-- Rows that stop this
--   support: rows that it takes over without a value, where none is found for them
--     SELECT * FROM (select 1, (select id from program order by id fetch first row only)) taken(id, program_id) WHERE program_id IS NULL;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit create support
CREATE TABLE support (
    id bigint NOT NULL,
    program_id uuid NOT NULL,
    CONSTRAINT support_pkey PRIMARY KEY (id)
);

-- accrete:step 2 autocommit program.id: change type to uuid
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS program_id_list1 AS
    select o.id as k, row_number() over (order by o.id) as n from program o;

CREATE INDEX IF NOT EXISTS program_id_list1_n ON program_id_list1 (n);
CREATE INDEX IF NOT EXISTS program_id_list1_k ON program_id_list1 (k);
CREATE DOMAIN IF NOT EXISTS program_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PROGRAM' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PROGRAM_ID_TYPE')
    THEN 'ALTER TABLE program ALTER COLUMN id SET DATA TYPE uuid USING cast(lpad(cast((select x.n from program_id_list1 x where x.k = program.id) as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS program_id_type;
DROP TABLE IF EXISTS program_id_list1;

-- accrete:step 3 transaction support: take over rows
BEGIN;
INSERT INTO support (id, program_id) select 1, (select id from program order by id fetch first row only);
COMMIT;

-- accrete:step 4 autocommit facility.support_id: add column
ALTER TABLE facility ADD COLUMN support_id bigint;
UPDATE facility SET support_id = (select min(id) from support) WHERE support_id IS NULL;
ALTER TABLE facility ALTER COLUMN support_id SET NOT NULL;

-- accrete:step 5 autocommit facility: add foreign key facility_support_id_fkey
ALTER TABLE facility ADD CONSTRAINT facility_support_id_fkey FOREIGN KEY (support_id) REFERENCES support (id);

-- accrete:step 6 autocommit support: add foreign key support_program_id_fkey
ALTER TABLE support ADD CONSTRAINT support_program_id_fkey FOREIGN KEY (program_id) REFERENCES program (id);
