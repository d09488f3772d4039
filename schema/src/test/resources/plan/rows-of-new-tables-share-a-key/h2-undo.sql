-- accrete:undo V0002 case h2
-- accrete:model 1:8f0bd99d3bb78fc4fa6825e12ed034c0
-- accrete:verdict breaking
--
-- Changes
--   clerk.name      add column varchar(255) not null, existing rows: ''                     Clerk
--   clerk.firm_id   add column bigint not null, existing rows: (SELECT min(id) FROM firm)   Clerk
--   person          drop foreign key person_contract_id_fkey (contract_id) to contract      Person
--   contract        drop foreign key contract_terms_id_fkey (terms_id) to terms             Contract
--   contract        drop foreign key contract_firm_id_fkey (firm_id) to firm                Contract
--   clerk           drop foreign key clerk_id_fkey (id) to person                           Clerk
--   terms           drop table                                                              Terms
--   person          drop table                                                              Person
--   contract        drop table                                                              Contract
--   clerk           add foreign key clerk_firm_id_fkey (firm_id) to firm                    Clerk
-- Locks
--   clerk           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] clerk.name: inserts of the running version leave the new column out and fail
--   [ACC-H203] clerk.firm_id: inserts of the running version leave the new column out and fail
--   [ACC-H202] terms: the running version of the application still uses the table
--   [ACC-H301] terms: its data is gone for good
--   [ACC-H202] person: the running version of the application still uses the table
--   [ACC-H301] person: its data is gone for good
--   [ACC-H202] contract: the running version of the application still uses the table
--   [ACC-H301] contract: its data is gone for good
-- Data that does not come back
--   contract: all rows
--   person: all rows
--   terms: all rows
--   clerk.firm_id: the values that were dropped
--   clerk.name: the values that were dropped
-- Rows that stop this
--   clerk.firm_id: no value, where none is found for them
--     SELECT * FROM clerk WHERE (SELECT min(id) FROM firm) IS NULL;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit clerk: drop foreign key clerk_id_fkey
ALTER TABLE clerk DROP CONSTRAINT IF EXISTS clerk_id_fkey;

-- accrete:step 2 autocommit clerk.firm_id: add column
ALTER TABLE clerk ADD COLUMN firm_id bigint;
UPDATE clerk SET firm_id = (SELECT min(id) FROM firm) WHERE firm_id IS NULL;
ALTER TABLE clerk ALTER COLUMN firm_id SET NOT NULL;

-- accrete:step 3 autocommit clerk.name: add column
ALTER TABLE clerk ADD COLUMN name varchar(255);
UPDATE clerk SET name = '' WHERE name IS NULL;
ALTER TABLE clerk ALTER COLUMN name SET NOT NULL;

-- accrete:step 4 autocommit clerk: add foreign key clerk_firm_id_fkey
ALTER TABLE clerk ADD CONSTRAINT clerk_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm (id);

-- accrete:step 5 autocommit drop contract, person, terms
ALTER TABLE IF EXISTS contract DROP CONSTRAINT IF EXISTS contract_firm_id_fkey;
ALTER TABLE IF EXISTS contract DROP CONSTRAINT IF EXISTS contract_terms_id_fkey;
ALTER TABLE IF EXISTS person DROP CONSTRAINT IF EXISTS person_contract_id_fkey;
DROP TABLE IF EXISTS contract;
DROP TABLE IF EXISTS person;
DROP TABLE IF EXISTS terms;
