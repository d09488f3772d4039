-- accrete:migration V0002 case h2
-- accrete:model 1:2c333e83dcd384ae064fdb2898da795a
-- accrete:verdict breaking
--
-- Changes
--   shape          drop check shape_check                                                    Shape
--   shape.width    add column integer                                                        Shape.width
--   shape.kind     replace values, using case kind when 'Circle' then 'Disc' else kind end   Shape.kind
--   shape.kind     change check to [kind in ('Disc','Square')]                               Shape.kind
--   shape.width    existing rows: case when kind = 'Disc' then 0 end                         Shape.width
--   shape          add check shape_check                                                     Shape
--   shape.radius   drop column                                                               Shape
-- Locks
--   shape          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] shape.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] shape.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H205] shape: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
--   [ACC-H202] shape.radius: the running version of the application still reads and writes the column
--   [ACC-H301] shape.radius: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit shape: drop check shape_check
ALTER TABLE shape DROP CONSTRAINT IF EXISTS shape_check;

-- accrete:step 2 autocommit shape.kind: convert values
ALTER TABLE shape DROP CONSTRAINT IF EXISTS shape_kind_check;
CREATE DOMAIN IF NOT EXISTS shape_kind_type AS varchar(32);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SHAPE' AND column_name = 'KIND')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SHAPE_KIND_TYPE')
    THEN 'ALTER TABLE shape ALTER COLUMN kind SET DATA TYPE varchar(32) USING case kind when ''Circle'' then ''Disc'' else kind end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS shape_kind_type;

-- accrete:step 3 autocommit shape.kind: alter column
ALTER TABLE shape ALTER COLUMN kind SET DATA TYPE varchar(31);
ALTER TABLE shape ADD CONSTRAINT shape_kind_check CHECK (kind in ('Disc','Square'));

-- accrete:step 4 autocommit shape.width: add column
ALTER TABLE shape ADD COLUMN width integer;

-- accrete:step 5 autocommit shape.width: fill in rows that exist
UPDATE shape SET width = case when kind = 'Disc' then 0 end WHERE width IS NULL;

-- accrete:step 6 autocommit shape: add check shape_check
ALTER TABLE shape ADD CONSTRAINT shape_check CHECK (kind <> 'Disc' or (width is not null));

-- accrete:step 7 autocommit shape.radius: drop column
ALTER TABLE shape DROP COLUMN IF EXISTS radius;
