-- accrete:migration V0002 case h2
-- accrete:model 1:c60b49896be89db39671ce163d81486d
-- accrete:verdict breaking
--
-- Changes
--   vehicle.seats   add column integer, existing rows: case when kind = 4 then 0 end   Vehicle.seats
--   vehicle.kind    replace values, using case when kind in (3) then 1 else kind end   Vehicle.kind
--   vehicle.kind    change check to [kind in (2,4,1)]                                  Vehicle.kind
--   vehicle         add check vehicle_check1                                           Vehicle
-- Locks
--   vehicle         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] vehicle.kind: the running version of the application may write values that no longer fit
--   [ACC-H203] vehicle: rows that the running version writes without seats fail
--   [ACC-H205] vehicle: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit vehicle: drop check vehicle_check
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_check;

-- accrete:step 2 autocommit vehicle.kind: convert values
ALTER TABLE vehicle DROP CONSTRAINT IF EXISTS vehicle_kind_check;
CREATE DOMAIN IF NOT EXISTS vehicle_kind_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'VEHICLE' AND column_name = 'KIND')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'VEHICLE_KIND_TYPE')
    THEN 'ALTER TABLE vehicle ALTER COLUMN kind SET DATA TYPE bigint USING case when kind in (3) then 1 else kind end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS vehicle_kind_type;

-- accrete:step 3 autocommit vehicle.kind: alter column
ALTER TABLE vehicle ALTER COLUMN kind SET DATA TYPE integer;
ALTER TABLE vehicle ADD CONSTRAINT vehicle_kind_check CHECK (kind in (2,4,1));

-- accrete:step 4 autocommit vehicle.seats: add column
ALTER TABLE vehicle ADD COLUMN seats integer;
UPDATE vehicle SET seats = case when kind = 4 then 0 end WHERE seats IS NULL;

-- accrete:step 5 autocommit vehicle: add check vehicle_check
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check CHECK (kind <> 2 or (doors is not null));

-- accrete:step 6 autocommit vehicle: add check vehicle_check1
ALTER TABLE vehicle ADD CONSTRAINT vehicle_check1 CHECK (kind <> 4 or (seats is not null));
