-- accrete:undo V0002 case postgresql
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
--   clerk           ACCESS EXCLUSIVE, instant
--   clerk           SHARE UPDATE EXCLUSIVE, scan
--   contract        ACCESS EXCLUSIVE, instant
--   firm            ACCESS EXCLUSIVE, instant
--   person          ACCESS EXCLUSIVE, instant
--   terms           ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H203] clerk.name: inserts of the running version leave the new column out and fail
--   [ACC-H203] clerk.firm_id: inserts of the running version leave the new column out and fail
--   [ACC-H202] terms: the running version of the application still uses the table
--   [ACC-H301] terms: its data is gone for good
--   [ACC-H202] person: the running version of the application still uses the table
--   [ACC-H301] person: its data is gone for good
--   [ACC-H202] contract: the running version of the application still uses the table
--   [ACC-H301] contract: its data is gone for good
--   [ACC-H401] clerk: no index starts with [firm_id], so each delete of a referenced row reads the whole table
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

-- accrete:step 1 transaction locks=clerk,person clerk: drop foreign key clerk_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clerk, person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clerk DROP CONSTRAINT clerk_id_fkey;
COMMIT;

-- accrete:step 2 transaction locks=clerk clerk.firm_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clerk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clerk ADD COLUMN firm_id bigint;
COMMIT;

-- accrete:step 3 autocommit clerk.firm_id: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 clerk.id%TYPE;
    high_1 clerk.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM clerk ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM clerk WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE clerk SET firm_id = (SELECT min(id) FROM firm) WHERE firm_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE clerk SET firm_id = (SELECT min(id) FROM firm) WHERE firm_id IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 4 transaction locks=clerk clerk.firm_id: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clerk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clerk ADD CONSTRAINT clerk_firm_id_present CHECK (firm_id IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 5 autocommit clerk.firm_id: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 clerk.id%TYPE;
    high_1 clerk.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM clerk ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM clerk WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE clerk SET firm_id = (SELECT min(id) FROM firm) WHERE firm_id IS NULL AND id >= low_1;
                EXIT;
            END IF;
            UPDATE clerk SET firm_id = (SELECT min(id) FROM firm) WHERE firm_id IS NULL AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 6 transaction clerk: validate clerk_firm_id_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE clerk VALIDATE CONSTRAINT clerk_firm_id_present;
COMMIT;

-- accrete:step 7 transaction locks=clerk clerk.firm_id: set not null; clerk.name: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clerk IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clerk ALTER COLUMN firm_id SET NOT NULL;
ALTER TABLE clerk DROP CONSTRAINT clerk_firm_id_present;
ALTER TABLE clerk ADD COLUMN name varchar(255) DEFAULT '' NOT NULL;
ALTER TABLE clerk ALTER COLUMN name DROP DEFAULT;
COMMIT;

-- accrete:step 8 transaction locks=clerk,firm clerk: add foreign key clerk_firm_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE clerk, firm IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE clerk ADD CONSTRAINT clerk_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm (id) NOT VALID;
COMMIT;

-- accrete:step 9 transaction clerk: validate clerk_firm_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE clerk VALIDATE CONSTRAINT clerk_firm_id_fkey;
COMMIT;

-- accrete:step 10 transaction locks=contract,firm contract: drop foreign key contract_firm_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE contract, firm IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE contract DROP CONSTRAINT contract_firm_id_fkey;
COMMIT;

-- accrete:step 11 transaction locks=contract,person,terms drop contract, person, terms
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE contract, person, terms IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TABLE contract, person, terms;
COMMIT;
