-- accrete:migration V0002 case h2
-- accrete:model 1:a74b148626d8984ac221c13b16d8cc53
-- accrete:verdict compatible
--
-- Changes
--   parcel.weight   change type from float(24) to numeric(38,2), using cast(weight as numeric(38,2))   Parcel.weight
--   parcel.weight   change check to [weight>=2]                                                        Parcel.weight
-- Locks
--   parcel          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H205] parcel.weight: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Rows that stop this
--   parcel.weight: what its check refuses
--     SELECT * FROM parcel WHERE NOT ((cast(weight as numeric(38,2)))>=2);
-- The previous application version keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 autocommit parcel.weight: change type to numeric(38,2)
CREATE DOMAIN IF NOT EXISTS parcel_weight_type AS numeric(38,2);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PARCEL' AND column_name = 'WEIGHT')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PARCEL_WEIGHT_TYPE')
    THEN 'ALTER TABLE parcel ALTER COLUMN weight SET DATA TYPE numeric(38,2) USING cast(weight as numeric(38,2))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS parcel_weight_type;
ALTER TABLE parcel ADD CONSTRAINT parcel_weight_check CHECK (weight>=2);
