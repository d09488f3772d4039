-- accrete:undo V0002 case h2
-- accrete:model 1:dd78802b9ff1ab7558511607b7217c56
-- accrete:verdict breaking
--
-- Changes
--   tool.kind   change check to [kind in (1,2,3)]         Tool.kind
--   post.sort   change check to [sort in ('P','L','C')]   Post.sort
--   boat.kind   change check to [kind in ('B','F','T')]   Boat.kind
--   tool.kind   change type from varchar(31) to integer, using CASE kind WHEN 'Tool' THEN 1 WHEN 'Saw' THEN 2 WHEN 'Drill' THEN 3 ELSE 1 END   Tool.kind
--   post.sort   change type from sql varchar(7) to varchar(31), using CASE sort WHEN 'Post' THEN 'P' WHEN 'Letter' THEN 'L' WHEN 'Parcel' THEN 'C' ELSE 'P' END   Post.sort
--   boat.kind   replace values, using CASE kind WHEN 'T' THEN 'T' WHEN 'Boat' THEN 'B' WHEN 'Ferry' THEN 'F' ELSE 'B' END   Boat.kind
-- Locks
--   boat        EXCLUSIVE, rewrite
--   post        EXCLUSIVE, rewrite
--   tool        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] tool.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] tool.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H204] post.sort: the running version of the application may write values that no longer fit
--   [ACC-H209] post.sort: the running version fails when it reads a constant that it does not know
--   [ACC-H204] boat.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] boat.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H204] tool.kind: the running version of the application may write values that no longer fit
--   [ACC-H204] post.sort: the running version of the application may write values that no longer fit
-- Data that does not come back
--   boat.kind: what the conversion of its values left out
--   post.sort: what the conversion of its values left out
--   tool.kind: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit boat.kind: convert values
ALTER TABLE boat DROP CONSTRAINT IF EXISTS boat_kind_check;
CREATE DOMAIN IF NOT EXISTS boat_kind_type AS varchar(32);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'BOAT' AND column_name = 'KIND')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'BOAT_KIND_TYPE')
    THEN 'ALTER TABLE boat ALTER COLUMN kind SET DATA TYPE varchar(32) USING CASE kind WHEN ''T'' THEN ''T'' WHEN ''Boat'' THEN ''B'' WHEN ''Ferry'' THEN ''F'' ELSE ''B'' END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS boat_kind_type;

-- accrete:step 2 autocommit boat.kind: alter column
ALTER TABLE boat ALTER COLUMN kind SET DATA TYPE varchar(31);
ALTER TABLE boat ADD CONSTRAINT boat_kind_check CHECK (kind in ('B','F','T'));

-- accrete:step 3 autocommit post.sort: change type to varchar(31)
ALTER TABLE post DROP CONSTRAINT IF EXISTS post_sort_check;
CREATE DOMAIN IF NOT EXISTS post_sort_type AS varchar(31);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'POST' AND column_name = 'SORT')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'POST_SORT_TYPE')
    THEN 'ALTER TABLE post ALTER COLUMN sort SET DATA TYPE varchar(31) USING CASE sort WHEN ''Post'' THEN ''P'' WHEN ''Letter'' THEN ''L'' WHEN ''Parcel'' THEN ''C'' ELSE ''P'' END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS post_sort_type;
ALTER TABLE post ADD CONSTRAINT post_sort_check CHECK (sort in ('P','L','C'));

-- accrete:step 4 autocommit tool.kind: change type to integer
ALTER TABLE tool DROP CONSTRAINT IF EXISTS tool_kind_check;
CREATE DOMAIN IF NOT EXISTS tool_kind_type AS integer;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TOOL' AND column_name = 'KIND')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TOOL_KIND_TYPE')
    THEN 'ALTER TABLE tool ALTER COLUMN kind SET DATA TYPE integer USING CASE kind WHEN ''Tool'' THEN 1 WHEN ''Saw'' THEN 2 WHEN ''Drill'' THEN 3 ELSE 1 END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS tool_kind_type;
ALTER TABLE tool ADD CONSTRAINT tool_kind_check CHECK (kind in (1,2,3));
