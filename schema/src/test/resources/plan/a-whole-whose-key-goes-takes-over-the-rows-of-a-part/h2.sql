-- accrete:migration V0002 case h2
-- accrete:model 1:15a4a96b6682a31cbfeda3dd372b1bd5
-- accrete:verdict breaking
--
-- Changes
--   detail          drop foreign key detail_id_fkey (id) to thing                                                   Detail
--   order_          drop primary key order__pkey (the_id)                                                           Order
--   order_          fill with (id) select id from detail where not exists (select 1 from order_ c where c.id = detail.id)   Order
--   order_.id       add column uuid not null, existing rows: cast(lpad(cast(the_id as varchar), 32, '0') as uuid)   Order.id
--   detail.id       change type from bigint to uuid, using cast(lpad(cast(id as varchar), 32, '0') as uuid)         Detail.id
--   order_          add primary key order__pkey (id)                                                                Order
--   detail          add foreign key detail_id_fkey (id) to order_                                                   Detail
--   order_.the_id   drop column                                                                                     Order
-- Locks
--   detail          EXCLUSIVE, rewrite
--   order_          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H213] order_: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] order_.id: inserts of the running version leave the new column out and fail
--   [ACC-H204] detail.id: the running version of the application may write values that no longer fit
--   [ACC-H205] detail: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] detail: the running version fails when it writes references, which are to rows of thing, not of order_
--   [ACC-H202] order_.the_id: the running version of the application still reads and writes the column
--   [ACC-H301] order_.the_id: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit detail: drop foreign key detail_id_fkey
ALTER TABLE detail DROP CONSTRAINT IF EXISTS detail_id_fkey;

-- accrete:step 2 autocommit order_: drop primary key order__pkey
ALTER TABLE order_ DROP CONSTRAINT IF EXISTS order__pkey;

-- accrete:step 3 autocommit detail.id: change type to uuid
CREATE DOMAIN IF NOT EXISTS detail_id_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'DETAIL' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'DETAIL_ID_TYPE')
    THEN 'ALTER TABLE detail ALTER COLUMN id SET DATA TYPE uuid USING cast(lpad(cast(id as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS detail_id_type;

-- accrete:step 4 autocommit order_.id: add column
ALTER TABLE order_ ADD COLUMN id uuid;
UPDATE order_ SET id = cast(lpad(cast(the_id as varchar), 32, '0') as uuid) WHERE id IS NULL;
ALTER TABLE order_ ALTER COLUMN id SET NOT NULL;

-- accrete:step 5 autocommit order_.the_id: accept rows without a value
ALTER TABLE order_ ALTER COLUMN the_id DROP NOT NULL;

-- accrete:step 6 autocommit order_: add primary key
ALTER TABLE order_ ADD CONSTRAINT order__pkey PRIMARY KEY (id);

-- accrete:step 7 transaction order_: take over rows
BEGIN;
INSERT INTO order_ (id) select id from detail where not exists (select 1 from order_ c where c.id = detail.id);
COMMIT;

-- accrete:step 8 autocommit detail: add foreign key detail_id_fkey
ALTER TABLE detail ADD CONSTRAINT detail_id_fkey FOREIGN KEY (id) REFERENCES order_ (id);

-- accrete:step 9 autocommit order_.the_id: drop column
ALTER TABLE order_ DROP COLUMN IF EXISTS the_id;
