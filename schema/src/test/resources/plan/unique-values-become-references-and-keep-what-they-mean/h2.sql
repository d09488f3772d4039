-- accrete:migration V0002 case h2
-- accrete:model 1:af8c932c018048f50381c36e586aacec
-- accrete:verdict breaking
--
-- Changes
--   target                drop unique constraint target_analysis_id_product_id_key (analysis_id, product_id)   Target
--   approved.product_id   replace values, using coalesce((select p.id from product p where p.id = approved.product_id), (select x.id from (select p.id, row_number() over (order by p.id) as n from product p where not exists (select 1 from approved c where c.product_id = p.id)) x join (select o.id as k1, row_number() over (partition by o.kind order by o.id) as n from approved o where not exists (select 1 from product p where o.product_id = p.id)) y on y.n = x.n where y.k1 = approved.id))   Approved.productId
--   target.product_id     replace values, using (select p.id from product p where p.id = target.product_id)    Target.productId
--   target.product_id     set not null, existing rows: case when row_number() over (partition by analysis_id) <= (select count(*) from product p where not exists (select 1 from target c where c.product_id = p.id and c.analysis_id = target.analysis_id)) then (select array_agg(p.id order by p.id) from product p where not exists (select 1 from target c where c.product_id = p.id and c.analysis_id = target.analysis_id))[row_number() over (partition by analysis_id)] end   Target.productId
--   target                add primary key target_pkey (analysis_id, product_id)                                Target
--   approved              add foreign key approved_product_id_fkey (product_id) to product                     Approved
--   target                add foreign key target_product_id_fkey (product_id) to product                       Target
-- Locks
--   approved              EXCLUSIVE, rewrite
--   target                EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] target.product_id: writes of the running version that leave the column empty fail
--   [ACC-H501] target.product_id: the table has no primary key to go along, so one statement fills in all rows
--   [ACC-H205] approved: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H205] target: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Rows that stop this
--   approved.product_id: no value, where none is found for them (no query finds them before)
--   target.product_id: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit target: drop unique key target_analysis_id_product_id_key
ALTER TABLE target DROP CONSTRAINT IF EXISTS target_analysis_id_product_id_key;

-- accrete:step 2 autocommit approved.product_id: convert values
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS approved_product_id_list1 AS
    select p.id, row_number() over (order by p.id) as n from product p where not exists (select 1 from approved c where c.product_id = p.id);

CREATE INDEX IF NOT EXISTS approved_product_id_list1_id ON approved_product_id_list1 (id);
CREATE INDEX IF NOT EXISTS approved_product_id_list1_n ON approved_product_id_list1 (n);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS approved_product_id_list2 AS
    select o.id as k1, row_number() over (partition by o.kind order by o.id) as n from approved o where not exists (select 1 from product p where o.product_id = p.id);

CREATE INDEX IF NOT EXISTS approved_product_id_list2_n ON approved_product_id_list2 (n);
CREATE INDEX IF NOT EXISTS approved_product_id_list2_k1 ON approved_product_id_list2 (k1);
CREATE DOMAIN IF NOT EXISTS approved_product_id_type AS numeric(19);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'APPROVED' AND column_name = 'PRODUCT_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'APPROVED_PRODUCT_ID_TYPE')
    THEN 'ALTER TABLE approved ALTER COLUMN product_id SET DATA TYPE numeric(19) USING coalesce((select p.id from product p where p.id = approved.product_id), (select x.id from approved_product_id_list1 x join approved_product_id_list2 y on y.n = x.n where y.k1 = approved.id))'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS approved_product_id_type;
DROP TABLE IF EXISTS approved_product_id_list1;
DROP TABLE IF EXISTS approved_product_id_list2;

-- accrete:step 3 autocommit approved.product_id: alter column
ALTER TABLE approved ALTER COLUMN product_id SET DATA TYPE bigint;

-- accrete:step 4 autocommit target.product_id: convert values
CREATE DOMAIN IF NOT EXISTS target_product_id_type AS numeric(19);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'TARGET' AND column_name = 'PRODUCT_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'TARGET_PRODUCT_ID_TYPE')
    THEN 'ALTER TABLE target ALTER COLUMN product_id SET DATA TYPE numeric(19) USING (select p.id from product p where p.id = target.product_id)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS target_product_id_type;

-- accrete:step 5 autocommit target.product_id: alter column
ALTER TABLE target ALTER COLUMN product_id SET DATA TYPE bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS target_product_id_values AS
    SELECT _ROWID_ AS key_1, case when row_number() over (partition by analysis_id) <= (select count(*) from product p where not exists (select 1 from target c where c.product_id = p.id and c.analysis_id = target.analysis_id)) then (select array_agg(p.id order by p.id) from product p where not exists (select 1 from target c where c.product_id = p.id and c.analysis_id = target.analysis_id))[row_number() over (partition by analysis_id)] end AS found
    FROM target
    WHERE product_id IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS target_product_id_place ON target_product_id_values (key_1);
UPDATE target SET product_id = (SELECT v.found FROM target_product_id_values v WHERE v.key_1 = target._ROWID_) WHERE product_id IS NULL;
DROP TABLE IF EXISTS target_product_id_values;
ALTER TABLE target ALTER COLUMN product_id SET NOT NULL;

-- accrete:step 6 autocommit target: add primary key
ALTER TABLE target ADD CONSTRAINT target_pkey PRIMARY KEY (analysis_id, product_id);

-- accrete:step 7 autocommit approved: add foreign key approved_product_id_fkey
ALTER TABLE approved ADD CONSTRAINT approved_product_id_fkey FOREIGN KEY (product_id) REFERENCES product (id);

-- accrete:step 8 autocommit target: add foreign key target_product_id_fkey
ALTER TABLE target ADD CONSTRAINT target_product_id_fkey FOREIGN KEY (product_id) REFERENCES product (id);
