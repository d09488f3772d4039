-- accrete:undo V0002 case h2
-- accrete:model 1:b6ff5faf115f48a4e6eff35d29a56dd0
-- accrete:verdict compatible
--
-- Changes
--   target              drop foreign key target_product_id_fkey (product_id) to product                     Target
--   approved            drop foreign key approved_product_id_fkey (product_id) to product                   Approved
--   target              drop primary key target_pkey (analysis_id, product_id)                              Target
--   target.product_id   drop not null                                                                       Target.productId
--   target.product_id   replace values                                                                      Target.productId
--   target              add unique constraint target_analysis_id_product_id_key (analysis_id, product_id)   Target
-- Locks
--   approved            EXCLUSIVE, instant
--   target              EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] target: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   approved.product_id: what the conversion of its values left out
--   target.product_id: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 autocommit approved: drop foreign key approved_product_id_fkey
ALTER TABLE approved DROP CONSTRAINT IF EXISTS approved_product_id_fkey;

-- accrete:step 2 autocommit target: drop foreign key target_product_id_fkey
ALTER TABLE target DROP CONSTRAINT IF EXISTS target_product_id_fkey;

-- accrete:step 3 autocommit target: drop primary key target_pkey
ALTER TABLE target DROP CONSTRAINT IF EXISTS target_pkey;

-- accrete:step 4 autocommit target.product_id: accept rows without a value
ALTER TABLE target ALTER COLUMN product_id DROP NOT NULL;

-- accrete:step 5 autocommit target: add unique key target_analysis_id_product_id_key
ALTER TABLE target ADD CONSTRAINT target_analysis_id_product_id_key UNIQUE (analysis_id, product_id);
