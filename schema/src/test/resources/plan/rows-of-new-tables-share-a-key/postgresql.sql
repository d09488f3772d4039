-- accrete:migration V0002 case postgresql
-- accrete:model 1:186b408d4f844a877a424da76fedb700
-- accrete:verdict breaking
--
-- Changes
--   clerk           drop foreign key clerk_firm_id_fkey (firm_id) to firm                          Clerk
--   contract        create table                                                                   Contract
--   person          create table                                                                   Person
--   terms           create table                                                                   Terms
--   contract        fill with (contract_id, firm_id, terms_id) select id, firm_id, id from clerk   Contract
--   person          fill with (person_id, contract_id, name) select id, id, name from clerk        Person
--   terms           fill with (terms_id, text) select id, '' from clerk                            Terms
--   clerk           add foreign key clerk_id_fkey (id) to person                                   Clerk
--   contract        add foreign key contract_firm_id_fkey (firm_id) to firm                        Contract
--   contract        add foreign key contract_terms_id_fkey (terms_id) to terms                     Contract
--   person          add foreign key person_contract_id_fkey (contract_id) to contract              Person
--   clerk.firm_id   drop column                                                                    Clerk
--   clerk.name      drop column                                                                    Clerk
-- Locks
--   clerk           ACCESS EXCLUSIVE, instant
--   clerk           SHARE UPDATE EXCLUSIVE, scan
--   contract        SHARE ROW EXCLUSIVE, instant
--   contract        SHARE UPDATE EXCLUSIVE, scan
--   firm            ACCESS EXCLUSIVE, instant
--   person          SHARE ROW EXCLUSIVE, instant
--   person          SHARE UPDATE EXCLUSIVE, scan
--   terms           SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] contract: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H213] person: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H213] terms: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H205] clerk: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] clerk: the running version fails when it writes references to rows of person, which it does not know
--   [ACC-H202] clerk.firm_id: the running version of the application still reads and writes the column
--   [ACC-H301] clerk.firm_id: its data is gone for good
--   [ACC-H202] clerk.name: the running version of the application still reads and writes the column
--   [ACC-H301] clerk.name: its data is gone for good
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=clerk,firm clerk: drop foreign key clerk_firm_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clerk, firm IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clerk DROP CONSTRAINT clerk_firm_id_fkey;
COMMIT;

-- accrete:step 2 transaction create contract, person, terms, which nobody uses yet
BEGIN;
CREATE TABLE contract (
    contract_id bigint NOT NULL,
    firm_id bigint NOT NULL,
    terms_id bigint NOT NULL,
    CONSTRAINT contract_pkey PRIMARY KEY (contract_id),
    CONSTRAINT contract_terms_id_key UNIQUE (terms_id)
);

CREATE TABLE person (
    person_id bigint NOT NULL,
    contract_id bigint NOT NULL,
    name varchar(255) NOT NULL,
    CONSTRAINT person_pkey PRIMARY KEY (person_id),
    CONSTRAINT person_contract_id_key UNIQUE (contract_id)
);

CREATE TABLE terms (
    terms_id bigint NOT NULL,
    text varchar(255) NOT NULL,
    CONSTRAINT terms_pkey PRIMARY KEY (terms_id)
);
COMMIT;

-- accrete:step 3 transaction terms: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO terms (terms_id, text) select id, '' from clerk;
COMMIT;

-- accrete:step 4 transaction contract: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO contract (contract_id, firm_id, terms_id) select id, firm_id, id from clerk;
COMMIT;

-- accrete:step 5 transaction person: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO person (person_id, contract_id, name) select id, id, name from clerk;
COMMIT;

-- accrete:step 6 transaction locks=clerk,person clerk: add foreign key clerk_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clerk, person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clerk ADD CONSTRAINT clerk_id_fkey FOREIGN KEY (id) REFERENCES person (person_id) NOT VALID;
COMMIT;

-- accrete:step 7 transaction clerk: validate clerk_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE clerk VALIDATE CONSTRAINT clerk_id_fkey;
COMMIT;

-- accrete:step 8 transaction locks=contract,firm contract: add foreign key contract_firm_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE contract, firm IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE contract ADD CONSTRAINT contract_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm (id) NOT VALID;
COMMIT;

-- accrete:step 9 transaction contract: validate contract_firm_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE contract VALIDATE CONSTRAINT contract_firm_id_fkey;
COMMIT;

-- accrete:step 10 transaction locks=contract,terms contract: add foreign key contract_terms_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE contract, terms IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE contract ADD CONSTRAINT contract_terms_id_fkey FOREIGN KEY (terms_id) REFERENCES terms (terms_id) NOT VALID;
COMMIT;

-- accrete:step 11 transaction contract: validate contract_terms_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE contract VALIDATE CONSTRAINT contract_terms_id_fkey;
COMMIT;

-- accrete:step 12 transaction locks=contract,person person: add foreign key person_contract_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE contract, person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ADD CONSTRAINT person_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract (contract_id) NOT VALID;
COMMIT;

-- accrete:step 13 transaction person: validate person_contract_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE person VALIDATE CONSTRAINT person_contract_id_fkey;
COMMIT;

-- accrete:step 14 transaction locks=clerk clerk.firm_id: drop column; clerk.name: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clerk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clerk DROP COLUMN firm_id;
ALTER TABLE clerk DROP COLUMN name;
COMMIT;
