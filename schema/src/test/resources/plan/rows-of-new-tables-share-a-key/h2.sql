-- accrete:migration V0002 case h2
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
--   clerk           EXCLUSIVE, rewrite
--   contract        EXCLUSIVE, scan
--   person          EXCLUSIVE, scan
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

-- accrete:step 1 autocommit clerk: drop foreign key clerk_firm_id_fkey
ALTER TABLE clerk DROP CONSTRAINT IF EXISTS clerk_firm_id_fkey;

-- accrete:step 2 autocommit create contract, person, terms
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

-- accrete:step 3 transaction terms: take over rows
BEGIN;
INSERT INTO terms (terms_id, text) select id, '' from clerk;
COMMIT;

-- accrete:step 4 transaction contract: take over rows
BEGIN;
INSERT INTO contract (contract_id, firm_id, terms_id) select id, firm_id, id from clerk;
COMMIT;

-- accrete:step 5 transaction person: take over rows
BEGIN;
INSERT INTO person (person_id, contract_id, name) select id, id, name from clerk;
COMMIT;

-- accrete:step 6 autocommit clerk: add foreign key clerk_id_fkey
ALTER TABLE clerk ADD CONSTRAINT clerk_id_fkey FOREIGN KEY (id) REFERENCES person (person_id);

-- accrete:step 7 autocommit contract: add foreign key contract_firm_id_fkey
ALTER TABLE contract ADD CONSTRAINT contract_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm (id);

-- accrete:step 8 autocommit contract: add foreign key contract_terms_id_fkey
ALTER TABLE contract ADD CONSTRAINT contract_terms_id_fkey FOREIGN KEY (terms_id) REFERENCES terms (terms_id);

-- accrete:step 9 autocommit person: add foreign key person_contract_id_fkey
ALTER TABLE person ADD CONSTRAINT person_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract (contract_id);

-- accrete:step 10 autocommit clerk.firm_id: drop column
ALTER TABLE clerk DROP COLUMN IF EXISTS firm_id;

-- accrete:step 11 autocommit clerk.name: drop column
ALTER TABLE clerk DROP COLUMN IF EXISTS name;
