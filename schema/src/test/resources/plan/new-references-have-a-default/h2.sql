-- accrete:migration V0002 case h2
-- accrete:model 1:da7418d3628ebfe718dd6ff31ca3c837
-- accrete:verdict breaking
--
-- Changes
--   item.category_id   add column bigint default 2                                       Item.categoryId
--   item.unit_code     add column varchar(10) not null, existing rows: '2'               Item.unitCode
--   item.weight_id     add column varchar(10), existing rows: kind                       Item.weightId
--   item               add foreign key item_category_id_fkey (category_id) to category   Item
--   item               add foreign key item_unit_code_fkey (unit_code) to unit           Item
--   item               add foreign key item_weight_id_fkey (weight_id) to unit           Item
-- Locks
--   item               EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] item.unit_code: inserts of the running version leave the new column out and fail
-- Rows that stop this
--   item: references to rows of category that are not there
--     SELECT * FROM (SELECT item.*, 2 AS meant_1 FROM item) c WHERE NOT EXISTS (SELECT 1 FROM category p WHERE p.id = c.meant_1);
--   item: references to rows of unit that are not there
--     SELECT * FROM (SELECT item.*, CAST('2' AS varchar(10)) AS meant_1 FROM item) c WHERE NOT EXISTS (SELECT 1 FROM unit p WHERE p.code = c.meant_1);
--   item: references to rows of unit that are not there
--     SELECT * FROM (SELECT item.*, kind AS meant_1 FROM item) c WHERE c.meant_1 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM unit p WHERE p.code = c.meant_1);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit item.category_id: add column
ALTER TABLE item ADD COLUMN category_id bigint DEFAULT 2;

-- accrete:step 2 autocommit item.unit_code: add column
ALTER TABLE item ADD COLUMN unit_code varchar(10);
UPDATE item SET unit_code = '2' WHERE unit_code IS NULL;
ALTER TABLE item ALTER COLUMN unit_code SET NOT NULL;

-- accrete:step 3 autocommit item.weight_id: add column
ALTER TABLE item ADD COLUMN weight_id varchar(10);
UPDATE item SET weight_id = kind WHERE weight_id IS NULL;

-- accrete:step 4 autocommit item: add foreign key item_category_id_fkey
ALTER TABLE item ADD CONSTRAINT item_category_id_fkey FOREIGN KEY (category_id) REFERENCES category (id);

-- accrete:step 5 autocommit item: add foreign key item_unit_code_fkey
ALTER TABLE item ADD CONSTRAINT item_unit_code_fkey FOREIGN KEY (unit_code) REFERENCES unit (code);

-- accrete:step 6 autocommit item: add foreign key item_weight_id_fkey
ALTER TABLE item ADD CONSTRAINT item_weight_id_fkey FOREIGN KEY (weight_id) REFERENCES unit (code);
