-- accrete:migration V0002 case h2
-- accrete:model 1:b64b3cae23bfc7de865210cb89dd7ebb
-- accrete:verdict breaking
--
-- Changes
--   line.twice   change type from bigint to integer, using cast(twice as integer)   Line.twice
--   line.twice   drop generation                                                    Line.twice
--   line.twice   set default 0                                                      Line.twice
--   line.twice   set not null, existing rows: 0                                     Line.twice
-- Locks
--   line         EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] line.twice: the running version of the application may write values that no longer fit
--   [ACC-H203] line.twice: writes of the running version that leave the column empty fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit line.twice: compute no more
ALTER TABLE line ALTER COLUMN twice DROP EXPRESSION;

-- accrete:step 2 autocommit line.twice: change type to integer
CREATE DOMAIN IF NOT EXISTS line_twice_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'LINE' AND column_name = 'TWICE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'LINE_TWICE_TYPE')
    THEN 'ALTER TABLE line ALTER COLUMN twice SET DATA TYPE integer USING cast(twice as integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS line_twice_type;
ALTER TABLE line ALTER COLUMN twice SET DEFAULT 0;
UPDATE line SET twice = 0 WHERE twice IS NULL;
ALTER TABLE line ALTER COLUMN twice SET NOT NULL;
