-- accrete:undo V0002 case h2
-- accrete:model 1:6c5daa619fd6134360113de44ca71878
-- accrete:verdict breaking
--
-- Changes
--   ticket        drop foreign key ticket_far_near_fkey (far, near) to seat   Ticket
--   ticket.near   change type from varchar(8) to integer, using (select p.hall from seat p where p.hall = ticket.far and p.place = ticket.near)   Ticket.near
--   ticket.far    change type from integer to varchar(8), using (select p.place from seat p where p.hall = ticket.far and p.place = ticket.near)   Ticket.far
--   ticket        add foreign key ticket_near_far_fkey (near, far) to seat    Ticket
-- Locks
--   ticket        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] ticket.near: the running version of the application may write values that no longer fit
--   [ACC-H204] ticket.far: the running version of the application may write values that no longer fit
--   [ACC-H205] ticket: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Data that does not come back
--   ticket.far: what the conversion of its values left out
--   ticket.near: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit ticket: drop foreign key ticket_far_near_fkey
ALTER TABLE ticket DROP CONSTRAINT IF EXISTS ticket_far_near_fkey;

-- accrete:step 2 autocommit ticket.ticket_far_found: add column
ALTER TABLE ticket ADD COLUMN ticket_far_found varchar(8);
UPDATE ticket SET ticket_far_found = (select p.place from seat p where p.hall = ticket.far and p.place = ticket.near) WHERE ticket_far_found IS NULL;

-- accrete:step 3 autocommit ticket.ticket_near_found: add column
ALTER TABLE ticket ADD COLUMN ticket_near_found integer;
UPDATE ticket SET ticket_near_found = (select p.hall from seat p where p.hall = ticket.far and p.place = ticket.near) WHERE ticket_near_found IS NULL;

-- accrete:step 4 autocommit ticket.far: change type to varchar(8)
CREATE DOMAIN IF NOT EXISTS ticket_far_type AS varchar(8);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TICKET' AND column_name = 'FAR')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TICKET_FAR_TYPE')
    THEN 'ALTER TABLE ticket ALTER COLUMN far SET DATA TYPE varchar(8) USING ticket_far_found'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS ticket_far_type;

-- accrete:step 5 autocommit ticket.near: change type to integer
CREATE DOMAIN IF NOT EXISTS ticket_near_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TICKET' AND column_name = 'NEAR')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TICKET_NEAR_TYPE')
    THEN 'ALTER TABLE ticket ALTER COLUMN near SET DATA TYPE integer USING ticket_near_found'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS ticket_near_type;

-- accrete:step 6 autocommit ticket: add foreign key ticket_near_far_fkey
ALTER TABLE ticket ADD CONSTRAINT ticket_near_far_fkey FOREIGN KEY (near, far) REFERENCES seat (hall, place);

-- accrete:step 7 autocommit ticket.ticket_far_found: drop column
ALTER TABLE ticket DROP COLUMN IF EXISTS ticket_far_found;

-- accrete:step 8 autocommit ticket.ticket_near_found: drop column
ALTER TABLE ticket DROP COLUMN IF EXISTS ticket_near_found;
