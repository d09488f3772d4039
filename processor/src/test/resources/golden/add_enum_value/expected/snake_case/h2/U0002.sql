-- accrete:undo V0002 draft h2
-- accrete:model 1:5b3e72c1d5bf30f1445b119873ca2751
-- accrete:verdict breaking
--
-- Changes
--   ticket.state      change type from enum('OPEN','SOLVED','CLOSED')[10] to enum('OPEN','CLOSED')[10], using CASE state WHEN 'OPEN' THEN 'OPEN' WHEN 'CLOSED' THEN 'CLOSED' WHEN 'SOLVED' THEN 'OPEN' END   Ticket.state
--   ticket.priority   change type from ordinal('LOW','HIGH','URGENT') to ordinal('LOW','HIGH'), using CASE priority WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 0 END   Ticket.priority
-- Locks
--   ticket            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] ticket.state: the running version of the application may write values that no longer fit
--   [ACC-H204] ticket.priority: the running version of the application may write values that no longer fit
-- Data that does not come back
--   ticket.priority: what the conversion of its values left out
--   ticket.state: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit ticket.priority: convert values
ALTER TABLE ticket DROP CONSTRAINT IF EXISTS ticket_priority_check;
CREATE DOMAIN IF NOT EXISTS ticket_priority_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TICKET' AND column_name = 'PRIORITY')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TICKET_PRIORITY_TYPE')
    THEN 'ALTER TABLE ticket ALTER COLUMN priority SET DATA TYPE integer USING CASE priority WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 0 END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS ticket_priority_type;

-- accrete:step 2 autocommit ticket.priority: alter column
ALTER TABLE ticket ALTER COLUMN priority SET DATA TYPE tinyint;
ALTER TABLE ticket ADD CONSTRAINT ticket_priority_check CHECK (priority between 0 and 1);

-- accrete:step 3 autocommit ticket.state: change type to enum ('CLOSED','OPEN')
CREATE DOMAIN IF NOT EXISTS ticket_state_type AS enum ('CLOSED','OPEN');

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TICKET' AND column_name = 'STATE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TICKET_STATE_TYPE')
    THEN 'ALTER TABLE ticket ALTER COLUMN state SET DATA TYPE enum (''CLOSED'',''OPEN'') USING CASE state WHEN ''OPEN'' THEN ''OPEN'' WHEN ''CLOSED'' THEN ''CLOSED'' WHEN ''SOLVED'' THEN ''OPEN'' END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS ticket_state_type;
