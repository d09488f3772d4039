-- accrete:migration V0002 case h2
-- accrete:model 1:7eb68c12b6517921b0ff7d294ab04416
-- accrete:verdict breaking
--
-- Changes
--   boat.kind   replace values, using CASE kind WHEN 'B' THEN 'Boat' WHEN 'F' THEN 'Ferry' ELSE kind END   Boat.kind
--   post.sort   change type from varchar(31) to sql varchar(7), using case sort when 'P' then 'Post' when 'L' then 'Letter' when 'C' then 'Parcel' else 'Post' end   Post.sort
--   tool.kind   change type from integer to varchar(31), using case kind when 1 then 'Tool' when 2 then 'Saw' when 3 then 'Drill' else 'Tool' end   Tool.kind
--   boat.kind   change check to [kind in ('Boat','Ferry','T')]                                             Boat.kind
--   post.sort   change check to [sort in ('Post','Letter','Parcel')]                                       Post.sort
--   tool.kind   change check to [kind in ('Tool','Saw','Drill')]                                           Tool.kind
-- Locks
--   boat        EXCLUSIVE, rewrite
--   post        EXCLUSIVE, rewrite
--   tool        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] post.sort: the running version of the application may write values that no longer fit
--   [ACC-H204] tool.kind: the running version of the application may write values that no longer fit
--   [ACC-H204] boat.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] boat.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H204] post.sort: the running version of the application may write values that no longer fit
--   [ACC-H209] post.sort: the running version fails when it reads a constant that it does not know
--   [ACC-H204] tool.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] tool.kind: the running version fails when it reads a constant that it does not know
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit boat.kind: convert values
ALTER TABLE boat DROP CONSTRAINT IF EXISTS boat_kind_check;
CREATE DOMAIN IF NOT EXISTS boat_kind_type AS varchar(32);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'BOAT' AND column_name = 'KIND')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'BOAT_KIND_TYPE')
    THEN 'ALTER TABLE boat ALTER COLUMN kind SET DATA TYPE varchar(32) USING CASE kind WHEN ''B'' THEN ''Boat'' WHEN ''F'' THEN ''Ferry'' ELSE kind END'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS boat_kind_type;

-- accrete:step 2 autocommit boat.kind: alter column
ALTER TABLE boat ALTER COLUMN kind SET DATA TYPE varchar(31);
ALTER TABLE boat ADD CONSTRAINT boat_kind_check CHECK (kind in ('Boat','Ferry','T'));

-- accrete:step 3 autocommit post.sort: change type to varchar(7)
ALTER TABLE post DROP CONSTRAINT IF EXISTS post_sort_check;
CREATE DOMAIN IF NOT EXISTS post_sort_type AS varchar(7);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'POST' AND column_name = 'SORT')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'POST_SORT_TYPE')
    THEN 'ALTER TABLE post ALTER COLUMN sort SET DATA TYPE varchar(7) USING case sort when ''P'' then ''Post'' when ''L'' then ''Letter'' when ''C'' then ''Parcel'' else ''Post'' end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS post_sort_type;
ALTER TABLE post ADD CONSTRAINT post_sort_check CHECK (sort in ('Post','Letter','Parcel'));

-- accrete:step 4 autocommit tool.kind: change type to varchar(31)
ALTER TABLE tool DROP CONSTRAINT IF EXISTS tool_kind_check;
CREATE DOMAIN IF NOT EXISTS tool_kind_type AS varchar(31);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TOOL' AND column_name = 'KIND')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TOOL_KIND_TYPE')
    THEN 'ALTER TABLE tool ALTER COLUMN kind SET DATA TYPE varchar(31) USING case kind when 1 then ''Tool'' when 2 then ''Saw'' when 3 then ''Drill'' else ''Tool'' end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS tool_kind_type;
ALTER TABLE tool ADD CONSTRAINT tool_kind_check CHECK (kind in ('Tool','Saw','Drill'));
