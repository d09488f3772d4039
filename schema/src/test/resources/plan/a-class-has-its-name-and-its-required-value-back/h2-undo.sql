-- accrete:undo V0002 case h2
-- accrete:model 1:8880b60ebd1066dae6d436e03e0c9857
-- accrete:verdict breaking
--
-- Changes
--   shape.radius   add column integer                                    Shape
--   shape          drop check shape_check                                Shape
--   shape.kind     change check to [kind in ('Circle','Square')]         Shape.kind
--   shape.kind     replace values, using CASE kind WHEN 'Square' THEN 'Square' WHEN 'Disc' THEN 'Circle' ELSE 'Square' END   Shape.kind
--   shape.width    drop column                                           Shape.width
--   shape.radius   existing rows: case when kind = 'Circle' then 0 end   Shape
--   shape          add check shape_check                                 Shape
-- Locks
--   shape          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] shape.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] shape.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H202] shape.width: the running version of the application still reads and writes the column
--   [ACC-H301] shape.width: its data is gone for good
--   [ACC-H205] shape: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Data that does not come back
--   shape.radius: rows without a value get case when kind = 'Circle' then 0 end
--   shape.width: all values
--   shape.kind: what the conversion of its values left out
--   shape.radius: the values that were dropped
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit shape: drop check shape_check
ALTER TABLE shape DROP CONSTRAINT IF EXISTS shape_check;

-- accrete:step 2 autocommit shape.kind: convert values
ALTER TABLE shape DROP CONSTRAINT IF EXISTS shape_kind_check;
CREATE DOMAIN IF NOT EXISTS shape_kind_type AS varchar(32);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SHAPE' AND column_name = 'KIND')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SHAPE_KIND_TYPE')
    THEN 'ALTER TABLE shape ALTER COLUMN kind SET DATA TYPE varchar(32) USING CASE kind WHEN ''Square'' THEN ''Square'' WHEN ''Disc'' THEN ''Circle'' ELSE ''Square'' END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS shape_kind_type;

-- accrete:step 3 autocommit shape.kind: alter column
ALTER TABLE shape ALTER COLUMN kind SET DATA TYPE varchar(31);
ALTER TABLE shape ADD CONSTRAINT shape_kind_check CHECK (kind in ('Circle','Square'));

-- accrete:step 4 autocommit shape.radius: add column
ALTER TABLE shape ADD COLUMN radius integer;

-- accrete:step 5 autocommit shape.radius: fill in rows that exist
UPDATE shape SET radius = case when kind = 'Circle' then 0 end WHERE radius IS NULL;

-- accrete:step 6 autocommit shape: add check shape_check
ALTER TABLE shape ADD CONSTRAINT shape_check CHECK (kind <> 'Circle' or (radius is not null));

-- accrete:step 7 autocommit shape.width: drop column
ALTER TABLE shape DROP COLUMN IF EXISTS width;
