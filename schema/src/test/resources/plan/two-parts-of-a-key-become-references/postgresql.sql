-- accrete:migration V0002 case postgresql
-- accrete:model 1:64198c7caa5a2e633badfe3a6b247d19
-- accrete:verdict breaking
--
-- Changes
--   grants.client_id   change type from varchar(36) to bigint, using (select x.id from (select p.id, row_number() over (order by p.id) as n from client p) x join (select o.client_id as k1, o.scope_id as k2, row_number() over (order by o.client_id, o.scope_id) as n from grants o) y on y.n = x.n where y.k1 = grants.client_id and y.k2 = grants.scope_id)   Grants.clientId
--   grants.scope_id    change type from varchar(36) to bigint, using (select x.id from (select p.id, row_number() over (order by p.id) as n from scope p) x join (select o.client_id as k1, o.scope_id as k2, row_number() over (partition by o.client_id order by o.client_id, o.scope_id) as n from grants o) y on y.n = x.n where y.k1 = grants.client_id and y.k2 = grants.scope_id)   Grants.scopeId
--   grants             add foreign key grants_client_id_fkey (client_id) to client   Grants
--   grants             add foreign key grants_scope_id_fkey (scope_id) to scope      Grants
-- Locks
--   client             SHARE ROW EXCLUSIVE, instant
--   grants             ACCESS EXCLUSIVE, rewrite
--   scope              SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H101] grants.client_id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] grants.client_id: the running version of the application may write values that no longer fit
--   [ACC-H210] grants.client_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] grants.scope_id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] grants.scope_id: the running version of the application may write values that no longer fit
--   [ACC-H210] grants.scope_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] grants: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H205] grants: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] grants: no index starts with [scope_id], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   grants.client_id: no value, where none is found for them (no query finds them before)
--   grants.scope_id: no value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=grants grants.grants_client_id_found: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE grants IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE grants ADD COLUMN grants_client_id_found bigint;
COMMIT;

-- accrete:step 2 autocommit grants.grants_client_id_found: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.grants_grants_client_id_found_list1;

CREATE TEMPORARY TABLE grants_grants_client_id_found_list1 AS
    select p.id, row_number() over (order by p.id) as n from client p;

CREATE INDEX IF NOT EXISTS grants_grants_client_id_found_list1_id ON pg_temp.grants_grants_client_id_found_list1 (id);
CREATE INDEX IF NOT EXISTS grants_grants_client_id_found_list1_n ON pg_temp.grants_grants_client_id_found_list1 (n);
DROP TABLE IF EXISTS pg_temp.grants_grants_client_id_found_list2;

CREATE TEMPORARY TABLE grants_grants_client_id_found_list2 AS
    select o.client_id as k1, o.scope_id as k2, row_number() over (order by o.client_id, o.scope_id) as n from grants o;

CREATE INDEX IF NOT EXISTS grants_grants_client_id_found_list2_n ON pg_temp.grants_grants_client_id_found_list2 (n);
CREATE INDEX IF NOT EXISTS grants_grants_client_id_found_list2_k1 ON pg_temp.grants_grants_client_id_found_list2 (k1);
CREATE INDEX IF NOT EXISTS grants_grants_client_id_found_list2_k2 ON pg_temp.grants_grants_client_id_found_list2 (k2);

DO $accrete$
DECLARE
    low_1 grants.client_id%TYPE;
    low_2 grants.scope_id%TYPE;
    high_1 grants.client_id%TYPE;
    high_2 grants.scope_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT client_id, scope_id INTO low_1, low_2 FROM grants ORDER BY client_id, scope_id LIMIT 1;
    LOOP
        SELECT client_id, scope_id INTO high_1, high_2 FROM grants WHERE (client_id, scope_id) >= (low_1, low_2) ORDER BY client_id, scope_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE grants SET grants_client_id_found = (select x.id from pg_temp.grants_grants_client_id_found_list1 x join pg_temp.grants_grants_client_id_found_list2 y on y.n = x.n where y.k1 = grants.client_id and y.k2 = grants.scope_id) WHERE grants_client_id_found IS NULL AND (client_id, scope_id) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE grants SET grants_client_id_found = (select x.id from pg_temp.grants_grants_client_id_found_list1 x join pg_temp.grants_grants_client_id_found_list2 y on y.n = x.n where y.k1 = grants.client_id and y.k2 = grants.scope_id) WHERE grants_client_id_found IS NULL AND (client_id, scope_id) >= (low_1, low_2) AND (client_id, scope_id) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.grants_grants_client_id_found_list1;
DROP TABLE IF EXISTS pg_temp.grants_grants_client_id_found_list2;
RESET statement_timeout;

-- accrete:step 3 transaction locks=grants grants.grants_scope_id_found: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE grants IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE grants ADD COLUMN grants_scope_id_found bigint;
COMMIT;

-- accrete:step 4 autocommit grants.grants_scope_id_found: fill in rows that exist
SET statement_timeout = 0;
DROP TABLE IF EXISTS pg_temp.grants_grants_scope_id_found_list1;

CREATE TEMPORARY TABLE grants_grants_scope_id_found_list1 AS
    select p.id, row_number() over (order by p.id) as n from scope p;

CREATE INDEX IF NOT EXISTS grants_grants_scope_id_found_list1_id ON pg_temp.grants_grants_scope_id_found_list1 (id);
CREATE INDEX IF NOT EXISTS grants_grants_scope_id_found_list1_n ON pg_temp.grants_grants_scope_id_found_list1 (n);
DROP TABLE IF EXISTS pg_temp.grants_grants_scope_id_found_list2;

CREATE TEMPORARY TABLE grants_grants_scope_id_found_list2 AS
    select o.client_id as k1, o.scope_id as k2, row_number() over (partition by o.client_id order by o.client_id, o.scope_id) as n from grants o;

CREATE INDEX IF NOT EXISTS grants_grants_scope_id_found_list2_n ON pg_temp.grants_grants_scope_id_found_list2 (n);
CREATE INDEX IF NOT EXISTS grants_grants_scope_id_found_list2_k1 ON pg_temp.grants_grants_scope_id_found_list2 (k1);
CREATE INDEX IF NOT EXISTS grants_grants_scope_id_found_list2_k2 ON pg_temp.grants_grants_scope_id_found_list2 (k2);

DO $accrete$
DECLARE
    low_1 grants.client_id%TYPE;
    low_2 grants.scope_id%TYPE;
    high_1 grants.client_id%TYPE;
    high_2 grants.scope_id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT client_id, scope_id INTO low_1, low_2 FROM grants ORDER BY client_id, scope_id LIMIT 1;
    LOOP
        SELECT client_id, scope_id INTO high_1, high_2 FROM grants WHERE (client_id, scope_id) >= (low_1, low_2) ORDER BY client_id, scope_id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE grants SET grants_scope_id_found = (select x.id from pg_temp.grants_grants_scope_id_found_list1 x join pg_temp.grants_grants_scope_id_found_list2 y on y.n = x.n where y.k1 = grants.client_id and y.k2 = grants.scope_id) WHERE grants_scope_id_found IS NULL AND (client_id, scope_id) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE grants SET grants_scope_id_found = (select x.id from pg_temp.grants_grants_scope_id_found_list1 x join pg_temp.grants_grants_scope_id_found_list2 y on y.n = x.n where y.k1 = grants.client_id and y.k2 = grants.scope_id) WHERE grants_scope_id_found IS NULL AND (client_id, scope_id) >= (low_1, low_2) AND (client_id, scope_id) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
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

DROP TABLE IF EXISTS pg_temp.grants_grants_scope_id_found_list1;
DROP TABLE IF EXISTS pg_temp.grants_grants_scope_id_found_list2;
RESET statement_timeout;

-- accrete:step 5 transaction locks=grants grants.client_id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE grants IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE grants ALTER COLUMN client_id TYPE bigint USING grants_client_id_found;
COMMIT;

-- accrete:step 6 transaction locks=grants grants.scope_id: change type to bigint
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE grants IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE grants ALTER COLUMN scope_id TYPE bigint USING grants_scope_id_found;
COMMIT;

-- accrete:step 7 transaction locks=client,grants grants: add foreign key grants_client_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE client, grants IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE grants ADD CONSTRAINT grants_client_id_fkey FOREIGN KEY (client_id) REFERENCES client (id) NOT VALID;
COMMIT;

-- accrete:step 8 transaction grants: validate grants_client_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE grants VALIDATE CONSTRAINT grants_client_id_fkey;
COMMIT;

-- accrete:step 9 transaction locks=grants,scope grants: add foreign key grants_scope_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE grants, scope IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE grants ADD CONSTRAINT grants_scope_id_fkey FOREIGN KEY (scope_id) REFERENCES scope (id) NOT VALID;
COMMIT;

-- accrete:step 10 transaction grants: validate grants_scope_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE grants VALIDATE CONSTRAINT grants_scope_id_fkey;
COMMIT;

-- accrete:step 11 transaction locks=grants grants.grants_client_id_found: drop column; grants.grants_scope_id_found: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE grants IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE grants DROP COLUMN grants_client_id_found;
ALTER TABLE grants DROP COLUMN grants_scope_id_found;
COMMIT;
