-- accrete:migration V0002 case h2
-- accrete:model 1:41bb3aefc8df643b5a09d70fd00028d7
-- accrete:verdict breaking
--
-- Changes
--   stay.arrival     change type from integer to date, using date '1970-01-01' + arrival     Stay.arrival
--   stay.departure   change type from integer to date, using date '1970-01-01' + departure   Stay.departure
--   stay.nights      change type from integer to bigint                                      Stay.nights
-- Locks
--   stay             EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] stay.arrival: the running version of the application may write values that no longer fit
--   [ACC-H204] stay.departure: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit stay: drop check stay_departure
ALTER TABLE stay DROP CONSTRAINT IF EXISTS stay_departure;

-- accrete:step 2 autocommit stay: drop check stay_nights
ALTER TABLE stay DROP CONSTRAINT IF EXISTS stay_nights;

-- accrete:step 3 autocommit stay.arrival: change type to date
CREATE DOMAIN IF NOT EXISTS stay_arrival_type AS date;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'STAY' AND column_name = 'ARRIVAL')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'STAY_ARRIVAL_TYPE')
    THEN 'ALTER TABLE stay ALTER COLUMN arrival SET DATA TYPE date USING date ''1970-01-01'' + arrival'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS stay_arrival_type;

-- accrete:step 4 autocommit stay.departure: change type to date
CREATE DOMAIN IF NOT EXISTS stay_departure_type AS date;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'STAY' AND column_name = 'DEPARTURE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'STAY_DEPARTURE_TYPE')
    THEN 'ALTER TABLE stay ALTER COLUMN departure SET DATA TYPE date USING date ''1970-01-01'' + departure'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS stay_departure_type;

-- accrete:step 5 autocommit stay.nights: change type to bigint
ALTER TABLE stay ALTER COLUMN nights SET DATA TYPE bigint;

-- accrete:step 6 autocommit stay: add check stay_departure
ALTER TABLE stay ADD CONSTRAINT stay_departure CHECK (departure is null or departure >= arrival);

-- accrete:step 7 autocommit stay: add check stay_nights
ALTER TABLE stay ADD CONSTRAINT stay_nights CHECK (nights > 0);
