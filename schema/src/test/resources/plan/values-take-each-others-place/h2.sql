-- accrete:migration V0002 case h2
-- accrete:model 1:4098caacf1ebc9a5bfb1d70ea5190474
-- accrete:verdict breaking
--
-- Changes
--   ticket.step   replace values, using case step when 'A' then 'B' when 'B' then 'C' end   Ticket.step
--   ticket.step   change check to [step in ('B','C')]                                       Ticket.step
-- Locks
--   ticket        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] ticket.step: the running version of the application may write values that no longer fit
--   [ACC-H209] ticket.step: the running version fails when it reads a constant that it does not know
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit ticket.step: convert values
ALTER TABLE ticket DROP CONSTRAINT IF EXISTS ticket_step_check;
CREATE DOMAIN IF NOT EXISTS ticket_step_type AS varchar(256);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TICKET' AND column_name = 'STEP')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TICKET_STEP_TYPE')
    THEN 'ALTER TABLE ticket ALTER COLUMN step SET DATA TYPE varchar(256) USING case step when ''A'' then ''B'' when ''B'' then ''C'' end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS ticket_step_type;

-- accrete:step 2 autocommit ticket.step: alter column
ALTER TABLE ticket ALTER COLUMN step SET DATA TYPE varchar(255);
ALTER TABLE ticket ADD CONSTRAINT ticket_step_check CHECK (step in ('B','C'));
