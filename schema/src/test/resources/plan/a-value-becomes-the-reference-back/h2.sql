-- accrete:migration V0002 case h2
-- accrete:model 1:41a05cde1dec572625fd21f91b0733e7
-- accrete:verdict breaking
--
-- Changes
--   agenda.first_item_id   replace values, using (select p.id from item p where p.id = agenda.first_item_id)   Agenda.firstItemId
--   agenda                 add foreign key agenda_first_item_id_fkey (first_item_id) to item                   Agenda
-- Locks
--   agenda                 EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H205] agenda: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] agenda: the running version fails when it writes new rows that refer to each other, for it writes those of item, which refer to agenda, last
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit agenda.first_item_id: convert values
CREATE DOMAIN IF NOT EXISTS agenda_first_item_id_type AS numeric(19);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'AGENDA' AND column_name = 'FIRST_ITEM_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'AGENDA_FIRST_ITEM_ID_TYPE')
    THEN 'ALTER TABLE agenda ALTER COLUMN first_item_id SET DATA TYPE numeric(19) USING (select p.id from item p where p.id = agenda.first_item_id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS agenda_first_item_id_type;

-- accrete:step 2 autocommit agenda.first_item_id: alter column
ALTER TABLE agenda ALTER COLUMN first_item_id SET DATA TYPE bigint;

-- accrete:step 3 autocommit agenda: add foreign key agenda_first_item_id_fkey
ALTER TABLE agenda ADD CONSTRAINT agenda_first_item_id_fkey FOREIGN KEY (first_item_id) REFERENCES item (id);
