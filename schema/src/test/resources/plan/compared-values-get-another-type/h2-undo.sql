-- accrete:undo V0002 case h2
-- accrete:model 1:12078c5784f229cfdca384b59704b079
-- accrete:verdict breaking
--
-- Changes
--   stay.nights      change type from bigint to integer                              Stay.nights
--   stay.departure   change type from date to integer, using CAST(NULL AS integer)   Stay.departure
--   stay.arrival     change type from date to integer, using CAST(0 AS integer)      Stay.arrival
-- Locks
--   stay             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] stay.nights: the running version of the application may write values that no longer fit
--   [ACC-H204] stay.departure: the running version of the application may write values that no longer fit
--   [ACC-H204] stay.arrival: the running version of the application may write values that no longer fit
-- Data that does not come back
--   stay.arrival: what the conversion of its values left out
--   stay.departure: what the conversion of its values left out
--   stay.nights: what the conversion of its values left out
-- Rows that stop this
--   stay.nights: more than integer holds
--     SELECT * FROM stay WHERE nights NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit stay: drop check stay_departure
ALTER TABLE stay DROP CONSTRAINT IF EXISTS stay_departure;

-- accrete:step 2 autocommit stay: drop check stay_nights
ALTER TABLE stay DROP CONSTRAINT IF EXISTS stay_nights;

-- accrete:step 3 autocommit stay.arrival: change type to integer
CREATE DOMAIN IF NOT EXISTS stay_arrival_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'STAY' AND column_name = 'ARRIVAL')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'STAY_ARRIVAL_TYPE')
    THEN 'ALTER TABLE stay ALTER COLUMN arrival SET DATA TYPE integer USING CAST(0 AS integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS stay_arrival_type;

-- accrete:step 4 autocommit stay.departure: change type to integer
CREATE DOMAIN IF NOT EXISTS stay_departure_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'STAY' AND column_name = 'DEPARTURE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'STAY_DEPARTURE_TYPE')
    THEN 'ALTER TABLE stay ALTER COLUMN departure SET DATA TYPE integer USING CAST(NULL AS integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS stay_departure_type;

-- accrete:step 5 autocommit stay.nights: change type to integer
ALTER TABLE stay ALTER COLUMN nights SET DATA TYPE integer;

-- accrete:step 6 autocommit stay: add check stay_departure
ALTER TABLE stay ADD CONSTRAINT stay_departure CHECK (departure is null or departure >= arrival);

-- accrete:step 7 autocommit stay: add check stay_nights
ALTER TABLE stay ADD CONSTRAINT stay_nights CHECK (nights > 0);
