-- accrete:undo V0002 case postgresql
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
--   approved            ACCESS EXCLUSIVE, instant
--   product             ACCESS EXCLUSIVE, instant
--   target              ACCESS EXCLUSIVE, instant
--   target              SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] target: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   approved.product_id: what the conversion of its values left out
--   target.product_id: what the conversion of its values left out
-- The application version of this migration keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 transaction locks=approved,product approved: drop foreign key approved_product_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE approved, product IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE approved DROP CONSTRAINT approved_product_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=product,target target: drop foreign key target_product_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE product, target IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE target DROP CONSTRAINT target_product_id_fkey;
COMMIT;

-- accrete:step 3 transaction locks=target target: drop primary key; target.product_id: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE target IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE target DROP CONSTRAINT target_pkey;
ALTER TABLE target ALTER COLUMN product_id DROP NOT NULL;
COMMIT;

-- accrete:step 4 autocommit index=target_analysis_id_product_id_key target: build index target_analysis_id_product_id_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY target_analysis_id_product_id_key ON target (analysis_id, product_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 5 transaction locks=target target: add unique key target_analysis_id_product_id_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE target IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE target ADD CONSTRAINT target_analysis_id_product_id_key UNIQUE USING INDEX target_analysis_id_product_id_key;
COMMIT;
