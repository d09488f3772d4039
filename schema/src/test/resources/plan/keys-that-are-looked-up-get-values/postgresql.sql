-- accrete:migration V0002 case postgresql
-- accrete:model 1:e740846d17a311b2e20e0d71225b66ec
-- accrete:verdict breaking
--
-- Changes
--   visitor_roles                  drop foreign key visitor_roles_visitor_login_fkey (visitor_login) to visitor    Visitor.roles
--   visitor                        drop primary key visitor_pkey (login)                                           Visitor
--   visitor_roles.visitor_number   add column varchar(20) not null, existing rows: (select p.number from visitor p where p.login = visitor_roles.visitor_login)   VisitorRoles.visitorNumber
--   visitor.login                  drop not null                                                                   Visitor.login
--   visitor.number                 set not null, existing rows: login                                              Visitor.number
--   visitor                        add primary key visitor_pkey (number)                                           Visitor
--   visitor_roles                  add foreign key visitor_roles_visitor_number_fkey (visitor_number) to visitor   Visitor.roles
--   visitor_roles.visitor_login    drop column                                                                     Visitor.roles
-- Locks
--   visitor                        ACCESS EXCLUSIVE, instant
--   visitor                        SHARE UPDATE EXCLUSIVE, scan
--   visitor_roles                  ACCESS EXCLUSIVE, instant
--   visitor_roles                  SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] visitor_roles.visitor_number: inserts of the running version leave the new column out and fail
--   [ACC-H501] visitor_roles.visitor_number: the table has no primary key to go along, so one statement fills in all rows
--   [ACC-H203] visitor.number: writes of the running version that leave the column empty fail
--   [ACC-H401] visitor_roles: no index starts with [visitor_number], so each delete of a referenced row reads the whole table
--   [ACC-H202] visitor_roles.visitor_login: the running version of the application still reads and writes the column
--   [ACC-H301] visitor_roles.visitor_login: its data is gone for good
-- Rows that stop this
--   visitor: the same values in number
--     SELECT number, count(*) FROM (SELECT coalesce(number, login) AS number FROM visitor) found GROUP BY number HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=visitor,visitor_roles visitor_roles: drop foreign key visitor_roles_visitor_login_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor, visitor_roles IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor_roles DROP CONSTRAINT visitor_roles_visitor_login_fkey;
COMMIT;

-- accrete:step 2 autocommit visitor.number: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 visitor.login%TYPE;
    high_1 visitor.login%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT login INTO low_1 FROM visitor ORDER BY login LIMIT 1;
    LOOP
        SELECT login INTO high_1 FROM visitor WHERE login >= low_1 ORDER BY login OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE visitor SET number = login WHERE number IS NULL AND login >= low_1;
                EXIT;
            END IF;
            UPDATE visitor SET number = login WHERE number IS NULL AND login >= low_1 AND login < high_1;
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

-- accrete:step 3 transaction locks=visitor visitor.number: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor ADD CONSTRAINT visitor_number_present CHECK (number IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit visitor.number: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 visitor.login%TYPE;
    high_1 visitor.login%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT login INTO low_1 FROM visitor ORDER BY login LIMIT 1;
    LOOP
        SELECT login INTO high_1 FROM visitor WHERE login >= low_1 ORDER BY login OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE visitor SET number = login WHERE number IS NULL AND login >= low_1;
                EXIT;
            END IF;
            UPDATE visitor SET number = login WHERE number IS NULL AND login >= low_1 AND login < high_1;
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

-- accrete:step 5 transaction visitor: validate visitor_number_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE visitor VALIDATE CONSTRAINT visitor_number_present;
COMMIT;

-- accrete:step 6 transaction locks=visitor visitor.number: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor ALTER COLUMN number SET NOT NULL;
ALTER TABLE visitor DROP CONSTRAINT visitor_number_present;
COMMIT;

-- accrete:step 7 transaction locks=visitor_roles visitor_roles.visitor_number: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor_roles IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor_roles ADD COLUMN visitor_number varchar(20);
COMMIT;

-- accrete:step 8 autocommit visitor_roles.visitor_number: fill in rows that exist
SET statement_timeout = 0;
UPDATE visitor_roles SET visitor_number = (select p.number from visitor p where p.login = visitor_roles.visitor_login) WHERE visitor_number IS NULL;
RESET statement_timeout;

-- accrete:step 9 transaction locks=visitor_roles visitor_roles.visitor_number: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor_roles IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor_roles ADD CONSTRAINT visitor_roles_visitor_number_present CHECK (visitor_number IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 10 autocommit visitor_roles.visitor_number: fill in rows written meanwhile
SET statement_timeout = 0;
UPDATE visitor_roles SET visitor_number = (select p.number from visitor p where p.login = visitor_roles.visitor_login) WHERE visitor_number IS NULL;
RESET statement_timeout;

-- accrete:step 11 transaction visitor_roles: validate visitor_roles_visitor_number_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE visitor_roles VALIDATE CONSTRAINT visitor_roles_visitor_number_present;
COMMIT;

-- accrete:step 12 transaction locks=visitor_roles visitor_roles.visitor_number: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor_roles IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor_roles ALTER COLUMN visitor_number SET NOT NULL;
ALTER TABLE visitor_roles DROP CONSTRAINT visitor_roles_visitor_number_present;
COMMIT;

-- accrete:step 13 autocommit index=visitor_number_new_idx visitor: build index visitor_number_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY visitor_number_new_idx ON visitor (number);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 14 transaction locks=visitor visitor: change primary key visitor_pkey; visitor.login: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE visitor DROP CONSTRAINT visitor_pkey,
    ADD CONSTRAINT visitor_pkey PRIMARY KEY USING INDEX visitor_number_new_idx;

ALTER TABLE visitor ALTER COLUMN login DROP NOT NULL;
COMMIT;

-- accrete:step 15 transaction locks=visitor,visitor_roles visitor_roles: add foreign key visitor_roles_visitor_number_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor, visitor_roles IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor_roles ADD CONSTRAINT visitor_roles_visitor_number_fkey FOREIGN KEY (visitor_number) REFERENCES visitor (number) NOT VALID;
COMMIT;

-- accrete:step 16 transaction visitor_roles: validate visitor_roles_visitor_number_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE visitor_roles VALIDATE CONSTRAINT visitor_roles_visitor_number_fkey;
COMMIT;

-- accrete:step 17 transaction locks=visitor_roles visitor_roles.visitor_login: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor_roles IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor_roles DROP COLUMN visitor_login;
COMMIT;
