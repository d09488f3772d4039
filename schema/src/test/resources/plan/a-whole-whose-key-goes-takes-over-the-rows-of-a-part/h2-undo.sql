-- accrete:undo V0002 case h2
-- accrete:model 1:3533c4019ab52616a5fc7719fce4832c
-- accrete:verdict breaking
--
-- Changes
--   order_.the_id   add column integer not null, existing rows: row_number() over (order by id)   Order
--   detail          drop foreign key detail_id_fkey (id) to order_                                Detail
--   order_          drop primary key order__pkey (id)                                             Order
--   detail.id       change type from uuid to bigint, using (select x.id from (select p.id, row_number() over (order by p.id) as n from thing p) x join (select o.id as k1, row_number() over (order by o.id) as n from detail o) y on y.n = x.n where y.k1 = detail.id)   Detail.id
--   order_.id       drop column                                                                   Order.id
--   order_          add primary key order__pkey (the_id)                                          Order
--   detail          add foreign key detail_id_fkey (id) to thing                                  Detail
-- Locks
--   detail          EXCLUSIVE, rewrite
--   order_          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] order_.the_id: inserts of the running version leave the new column out and fail
--   [ACC-H204] detail.id: the running version of the application may write values that no longer fit
--   [ACC-H202] order_.id: the running version of the application still reads and writes the column
--   [ACC-H301] order_.id: its data is gone for good
--   [ACC-H205] detail: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] detail: the running version fails when it writes references, which are to rows of order_, not of thing
-- Data that does not come back
--   order_.id: all values
--   detail.id: what the conversion of its values left out
--   order_.the_id: the values that were dropped
--   order_: rows that were taken over stay
-- Rows that stop this
--   detail.id: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit detail: drop foreign key detail_id_fkey
ALTER TABLE detail DROP CONSTRAINT IF EXISTS detail_id_fkey;

-- accrete:step 2 autocommit order_: drop primary key order__pkey
ALTER TABLE order_ DROP CONSTRAINT IF EXISTS order__pkey;

-- accrete:step 3 autocommit detail.id: change type to bigint
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS detail_id_list1 AS
    select p.id, row_number() over (order by p.id) as n from thing p;

CREATE INDEX IF NOT EXISTS detail_id_list1_id ON detail_id_list1 (id);
CREATE INDEX IF NOT EXISTS detail_id_list1_n ON detail_id_list1 (n);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS detail_id_list2 AS
    select o.id as k1, row_number() over (order by o.id) as n from detail o;

CREATE INDEX IF NOT EXISTS detail_id_list2_n ON detail_id_list2 (n);
CREATE INDEX IF NOT EXISTS detail_id_list2_k1 ON detail_id_list2 (k1);
CREATE DOMAIN IF NOT EXISTS detail_id_type AS bigint;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'DETAIL' AND column_name = 'ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'DETAIL_ID_TYPE')
    THEN 'ALTER TABLE detail ALTER COLUMN id SET DATA TYPE bigint USING (select x.id from detail_id_list1 x join detail_id_list2 y on y.n = x.n where y.k1 = detail.id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS detail_id_type;
DROP TABLE IF EXISTS detail_id_list1;
DROP TABLE IF EXISTS detail_id_list2;

-- accrete:step 4 autocommit order_.the_id: add column
ALTER TABLE order_ ADD COLUMN the_id integer;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS order__the_id_values AS
    SELECT id AS key_1, row_number() over (order by id) AS found
    FROM order_;

CREATE UNIQUE INDEX IF NOT EXISTS order__the_id_place ON order__the_id_values (key_1);
UPDATE order_ SET the_id = (SELECT v.found FROM order__the_id_values v WHERE v.key_1 = order_.id) WHERE the_id IS NULL;
DROP TABLE IF EXISTS order__the_id_values;
ALTER TABLE order_ ALTER COLUMN the_id SET NOT NULL;

-- accrete:step 5 autocommit order_: add primary key
ALTER TABLE order_ ADD CONSTRAINT order__pkey PRIMARY KEY (the_id);

-- accrete:step 6 autocommit detail: add foreign key detail_id_fkey
ALTER TABLE detail ADD CONSTRAINT detail_id_fkey FOREIGN KEY (id) REFERENCES thing (id);

-- accrete:step 7 autocommit order_.id: drop column
ALTER TABLE order_ DROP COLUMN IF EXISTS id;
