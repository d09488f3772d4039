-- accrete:undo V0002 case h2
-- accrete:model 1:2b77022de5c0d27842225077c650ab34
-- accrete:verdict breaking
--
-- Changes
--   pair        drop foreign key pair_b_id_fkey (b_id) to big   Pair
--   pair        drop foreign key pair_a_id_fkey (a_id) to big   Pair
--   pair.b_id   replace values, using coalesce((SELECT p.id FROM odd p WHERE p.id = pair.b_id), (select x.id from (select p.id, row_number() over (order by p.id) as n from odd p where not exists (select 1 from pair c where c.b_id = p.id)) x join (select o.a_id as k1, o.b_id as k2, row_number() over (partition by o.a_id order by o.a_id, o.b_id) as n from pair o where not exists (select 1 from odd p where o.b_id = p.id)) y on y.n = x.n where y.k1 = pair.a_id and y.k2 = pair.b_id))   Pair.bId
--   pair.a_id   replace values, using coalesce((SELECT p.id FROM odd p WHERE p.id = pair.a_id), (select x.id from (select p.id, row_number() over (order by p.id) as n from odd p where not exists (select 1 from pair c where c.a_id = p.id)) x join (select o.a_id as k1, o.b_id as k2, row_number() over (order by o.a_id, o.b_id) as n from pair o where not exists (select 1 from odd p where o.a_id = p.id)) y on y.n = x.n where y.k1 = pair.a_id and y.k2 = pair.b_id))   Pair.aId
--   pair        add foreign key pair_b_id_fkey (b_id) to odd    Pair
--   pair        add foreign key pair_a_id_fkey (a_id) to odd    Pair
-- Locks
--   pair        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H205] pair: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] pair: the running version fails when it writes references, which are to rows of big, not of odd
--   [ACC-H205] pair: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] pair: the running version fails when it writes references, which are to rows of big, not of odd
-- Data that does not come back
--   pair.a_id: what the conversion of its values left out
--   pair.b_id: what the conversion of its values left out
-- Rows that stop this
--   pair.b_id: no value, where none is found for them (no query finds them before)
--   pair.a_id: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit pair: drop foreign key pair_a_id_fkey
ALTER TABLE pair DROP CONSTRAINT IF EXISTS pair_a_id_fkey;

-- accrete:step 2 autocommit pair: drop foreign key pair_b_id_fkey
ALTER TABLE pair DROP CONSTRAINT IF EXISTS pair_b_id_fkey;

-- accrete:step 3 autocommit pair.pair_a_id_found: add column
ALTER TABLE pair ADD COLUMN pair_a_id_found bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS pair_pair_a_id_found_list1 AS
    select p.id, row_number() over (order by p.id) as n from odd p where not exists (select 1 from pair c where c.a_id = p.id);

CREATE INDEX IF NOT EXISTS pair_pair_a_id_found_list1_id ON pair_pair_a_id_found_list1 (id);
CREATE INDEX IF NOT EXISTS pair_pair_a_id_found_list1_n ON pair_pair_a_id_found_list1 (n);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS pair_pair_a_id_found_list2 AS
    select o.a_id as k1, o.b_id as k2, row_number() over (order by o.a_id, o.b_id) as n from pair o where not exists (select 1 from odd p where o.a_id = p.id);

CREATE INDEX IF NOT EXISTS pair_pair_a_id_found_list2_n ON pair_pair_a_id_found_list2 (n);
CREATE INDEX IF NOT EXISTS pair_pair_a_id_found_list2_k1 ON pair_pair_a_id_found_list2 (k1);
CREATE INDEX IF NOT EXISTS pair_pair_a_id_found_list2_k2 ON pair_pair_a_id_found_list2 (k2);
UPDATE pair SET pair_a_id_found = coalesce((SELECT p.id FROM odd p WHERE p.id = pair.a_id), (select x.id from pair_pair_a_id_found_list1 x join pair_pair_a_id_found_list2 y on y.n = x.n where y.k1 = pair.a_id and y.k2 = pair.b_id)) WHERE pair_a_id_found IS NULL;
DROP TABLE IF EXISTS pair_pair_a_id_found_list1;
DROP TABLE IF EXISTS pair_pair_a_id_found_list2;

-- accrete:step 4 autocommit pair.pair_b_id_found: add column
ALTER TABLE pair ADD COLUMN pair_b_id_found bigint;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS pair_pair_b_id_found_list1 AS
    select p.id, row_number() over (order by p.id) as n from odd p where not exists (select 1 from pair c where c.b_id = p.id);

CREATE INDEX IF NOT EXISTS pair_pair_b_id_found_list1_id ON pair_pair_b_id_found_list1 (id);
CREATE INDEX IF NOT EXISTS pair_pair_b_id_found_list1_n ON pair_pair_b_id_found_list1 (n);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS pair_pair_b_id_found_list2 AS
    select o.a_id as k1, o.b_id as k2, row_number() over (partition by o.a_id order by o.a_id, o.b_id) as n from pair o where not exists (select 1 from odd p where o.b_id = p.id);

CREATE INDEX IF NOT EXISTS pair_pair_b_id_found_list2_n ON pair_pair_b_id_found_list2 (n);
CREATE INDEX IF NOT EXISTS pair_pair_b_id_found_list2_k1 ON pair_pair_b_id_found_list2 (k1);
CREATE INDEX IF NOT EXISTS pair_pair_b_id_found_list2_k2 ON pair_pair_b_id_found_list2 (k2);
UPDATE pair SET pair_b_id_found = coalesce((SELECT p.id FROM odd p WHERE p.id = pair.b_id), (select x.id from pair_pair_b_id_found_list1 x join pair_pair_b_id_found_list2 y on y.n = x.n where y.k1 = pair.a_id and y.k2 = pair.b_id)) WHERE pair_b_id_found IS NULL;
DROP TABLE IF EXISTS pair_pair_b_id_found_list1;
DROP TABLE IF EXISTS pair_pair_b_id_found_list2;

-- accrete:step 5 autocommit pair.a_id: convert values
CREATE DOMAIN IF NOT EXISTS pair_a_id_type AS numeric(19);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAIR' AND column_name = 'A_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAIR_A_ID_TYPE')
    THEN 'ALTER TABLE pair ALTER COLUMN a_id SET DATA TYPE numeric(19) USING pair_a_id_found'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS pair_a_id_type;

-- accrete:step 6 autocommit pair.a_id: alter column
ALTER TABLE pair ALTER COLUMN a_id SET DATA TYPE bigint;

-- accrete:step 7 autocommit pair.b_id: convert values
CREATE DOMAIN IF NOT EXISTS pair_b_id_type AS numeric(19);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAIR' AND column_name = 'B_ID')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAIR_B_ID_TYPE')
    THEN 'ALTER TABLE pair ALTER COLUMN b_id SET DATA TYPE numeric(19) USING pair_b_id_found'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS pair_b_id_type;

-- accrete:step 8 autocommit pair.b_id: alter column
ALTER TABLE pair ALTER COLUMN b_id SET DATA TYPE bigint;

-- accrete:step 9 autocommit pair: add foreign key pair_a_id_fkey
ALTER TABLE pair ADD CONSTRAINT pair_a_id_fkey FOREIGN KEY (a_id) REFERENCES odd (id);

-- accrete:step 10 autocommit pair: add foreign key pair_b_id_fkey
ALTER TABLE pair ADD CONSTRAINT pair_b_id_fkey FOREIGN KEY (b_id) REFERENCES odd (id);

-- accrete:step 11 autocommit pair.pair_a_id_found: drop column
ALTER TABLE pair DROP COLUMN IF EXISTS pair_a_id_found;

-- accrete:step 12 autocommit pair.pair_b_id_found: drop column
ALTER TABLE pair DROP COLUMN IF EXISTS pair_b_id_found;
