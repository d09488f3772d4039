-- accrete:undo V0002 case h2
-- accrete:model 1:460f3e0be5e413875a3ad5e2270bc515
-- accrete:verdict breaking
--
-- Changes
--   line.region     add column integer not null, existing rows: case when order_no is null then case when row_number() over (partition by order_no order by id) <= (select count(*) from orders p) then (select array_agg(p.region order by p.region, p.no) from orders p)[row_number() over (partition by order_no order by id)] end else case when row_number() over (partition by order_no order by id) <= (select count(*) from orders p where p.no = line.order_no) then (select array_agg(p.region order by p.region, p.no) from orders p where p.no = line.order_no)[row_number() over (partition by order_no order by id)] end end   Line
--   line.order_no   set not null, existing rows: case when row_number() over (order by id) <= (select count(*) from orders p) then (select array_agg(p.no order by p.region, p.no) from orders p)[row_number() over (order by id)] end   Line
--   line            add unique constraint line_region_order_no_key (region, order_no)                      Line
--   line            look up what the references of line_region_order_no_fkey mean, whose keys are others   Line
--   line            add foreign key line_region_order_no_fkey (region, order_no) to orders                 Line
-- Locks
--   line            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] line.region: inserts of the running version leave the new column out and fail
--   [ACC-H203] line.order_no: writes of the running version that leave the column empty fail
--   [ACC-H205] line: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   line: look up what the references of line_region_order_no_fkey mean, whose keys are others
--   line.order_no: rows without a value get case when row_number() over (order by id) <= (select count(*) from orders p) then (select array_agg(p.no order by p.region, p.no) from orders p)[row_number() over (order by id)] end
--   line.region: the values that were dropped
-- Rows that stop this
--   line.order_no: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit line.order_no: alter column
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS line_order_no_values AS
    SELECT id AS key_1, case when row_number() over (order by id) <= (select count(*) from orders p) then (select array_agg(p.no order by p.region, p.no) from orders p)[row_number() over (order by id)] end AS found
    FROM line
    WHERE order_no IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS line_order_no_place ON line_order_no_values (key_1);
UPDATE line SET order_no = (SELECT v.found FROM line_order_no_values v WHERE v.key_1 = line.id) WHERE order_no IS NULL;
DROP TABLE IF EXISTS line_order_no_values;
ALTER TABLE line ALTER COLUMN order_no SET NOT NULL;

-- accrete:step 2 autocommit line.region: add column
ALTER TABLE line ADD COLUMN region integer;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS line_region_values AS
    SELECT id AS key_1, case when order_no is null then case when row_number() over (partition by order_no order by id) <= (select count(*) from orders p) then (select array_agg(p.region order by p.region, p.no) from orders p)[row_number() over (partition by order_no order by id)] end else case when row_number() over (partition by order_no order by id) <= (select count(*) from orders p where p.no = line.order_no) then (select array_agg(p.region order by p.region, p.no) from orders p where p.no = line.order_no)[row_number() over (partition by order_no order by id)] end end AS found
    FROM line;

CREATE UNIQUE INDEX IF NOT EXISTS line_region_place ON line_region_values (key_1);
UPDATE line SET region = (SELECT v.found FROM line_region_values v WHERE v.key_1 = line.id) WHERE region IS NULL;
DROP TABLE IF EXISTS line_region_values;
ALTER TABLE line ALTER COLUMN region SET NOT NULL;

-- accrete:step 3 autocommit line: add unique key line_region_order_no_key
ALTER TABLE line ADD CONSTRAINT line_region_order_no_key UNIQUE (region, order_no);

-- accrete:step 4 autocommit line: mend references to orders
UPDATE line SET region = (select x.region from (select p.region, row_number() over (order by p.region, p.no) as n from orders p where not exists (select 1 from line c where c.region = p.region and c.order_no = p.no)) x join (select o.id as k1, row_number() over (order by o.id) as n from line o where not exists (select 1 from orders p where o.region = p.region and o.order_no = p.no)) y on y.n = x.n where y.k1 = line.id), order_no = (select x.no from (select p.no, row_number() over (order by p.region, p.no) as n from orders p where not exists (select 1 from line c where c.region = p.region and c.order_no = p.no)) x join (select o.id as k1, row_number() over (order by o.id) as n from line o where not exists (select 1 from orders p where o.region = p.region and o.order_no = p.no)) y on y.n = x.n where y.k1 = line.id)
    WHERE line.region IS NOT NULL AND line.order_no IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM orders r WHERE r.region = line.region AND r.no = line.order_no);

-- accrete:step 5 autocommit line: add foreign key line_region_order_no_fkey
ALTER TABLE line ADD CONSTRAINT line_region_order_no_fkey FOREIGN KEY (region, order_no) REFERENCES orders (region, no);
