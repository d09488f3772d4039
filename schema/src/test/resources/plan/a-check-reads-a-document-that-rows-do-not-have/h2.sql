-- accrete:migration V0002 case h2
-- accrete:model 1:7a7f3644ff305f0808d7ff7eef923c92
-- accrete:verdict compatible
--
-- Changes
--   item.details   add column json, existing rows: null   Item.details
--   item           add check item_check                   Item
-- Locks
--   item           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H205] item: the migration stops at rows that do not fulfil the check, and a running version that writes some fails
-- Rows that stop this
--   item: what item_check refuses
--     SELECT * FROM item WHERE NOT ((CAST(NULL AS json)) is null or cast((CAST(NULL AS json)) as varchar(255)) <> 'x');
-- The previous application version keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 autocommit item.details: add column
ALTER TABLE item ADD COLUMN details json;
UPDATE item SET details = null WHERE details IS NULL;

-- accrete:step 2 autocommit item: add check item_check
ALTER TABLE item ADD CONSTRAINT item_check CHECK (details is null or cast(details as varchar(255)) <> 'x');
