-- accrete:undo V0002 case postgresql
-- accrete:model 1:9506a1966e6f407541cc4b545bfdee25
-- accrete:verdict breaking
--
-- Changes
--   visitor_roles.visitor_login    add column varchar(20) not null, existing rows: coalesce((select p.login from visitor p where p.number = visitor_roles.visitor_number), (SELECT min(login) FROM visitor))   Visitor.roles
--   visitor_roles                  drop foreign key visitor_roles_visitor_number_fkey (visitor_number) to visitor   Visitor.roles
--   visitor                        drop primary key visitor_pkey (number)                                           Visitor
--   visitor.number                 drop not null                                                                    Visitor.number
--   visitor.login                  set not null, existing rows: ''                                                  Visitor.login
--   visitor_roles.visitor_number   drop column                                                                      VisitorRoles.visitorNumber
--   visitor                        add primary key visitor_pkey (login)                                             Visitor
--   visitor_roles                  add foreign key visitor_roles_visitor_login_fkey (visitor_login) to visitor      Visitor.roles
-- Locks
--   visitor                        ACCESS EXCLUSIVE, instant
--   visitor                        SHARE UPDATE EXCLUSIVE, scan
--   visitor_roles                  ACCESS EXCLUSIVE, instant
--   visitor_roles                  SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] visitor_roles.visitor_login: inserts of the running version leave the new column out and fail
--   [ACC-H501] visitor_roles.visitor_login: the table has no primary key to go along, so one statement fills in all rows
--   [ACC-H203] visitor.login: writes of the running version that leave the column empty fail
--   [ACC-H202] visitor_roles.visitor_number: the running version of the application still reads and writes the column
--   [ACC-H301] visitor_roles.visitor_number: its data is gone for good
--   [ACC-H401] visitor_roles: no index starts with [visitor_login], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   visitor_roles.visitor_number: all values
--   visitor.login: rows without a value get ''
--   visitor_roles.visitor_login: the values that were dropped
-- Rows that stop this
--   visitor: the same values in login
--     SELECT login, count(*) FROM (SELECT coalesce(login, '') AS login FROM visitor) found GROUP BY login HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=visitor,visitor_roles visitor_roles: drop foreign key visitor_roles_visitor_number_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor, visitor_roles IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor_roles DROP CONSTRAINT visitor_roles_visitor_number_fkey;
COMMIT;

-- accrete:step 2 autocommit visitor.login: fill in rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 visitor.number%TYPE;
    high_1 visitor.number%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT number INTO low_1 FROM visitor ORDER BY number LIMIT 1;
    LOOP
        SELECT number INTO high_1 FROM visitor WHERE number >= low_1 ORDER BY number OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE visitor SET login = '' WHERE login IS NULL AND number >= low_1;
                EXIT;
            END IF;
            UPDATE visitor SET login = '' WHERE login IS NULL AND number >= low_1 AND number < high_1;
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

-- accrete:step 3 transaction locks=visitor visitor.login: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor ADD CONSTRAINT visitor_login_present CHECK (login IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit visitor.login: fill in rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 visitor.number%TYPE;
    high_1 visitor.number%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT number INTO low_1 FROM visitor ORDER BY number LIMIT 1;
    LOOP
        SELECT number INTO high_1 FROM visitor WHERE number >= low_1 ORDER BY number OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE visitor SET login = '' WHERE login IS NULL AND number >= low_1;
                EXIT;
            END IF;
            UPDATE visitor SET login = '' WHERE login IS NULL AND number >= low_1 AND number < high_1;
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

-- accrete:step 5 transaction visitor: validate visitor_login_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE visitor VALIDATE CONSTRAINT visitor_login_present;
COMMIT;

-- accrete:step 6 transaction locks=visitor visitor.login: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor ALTER COLUMN login SET NOT NULL;
ALTER TABLE visitor DROP CONSTRAINT visitor_login_present;
COMMIT;

-- accrete:step 7 transaction locks=visitor_roles visitor_roles.visitor_login: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor_roles IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor_roles ADD COLUMN visitor_login varchar(20);
COMMIT;

-- accrete:step 8 autocommit visitor_roles.visitor_login: fill in rows that exist
SET statement_timeout = 0;
UPDATE visitor_roles SET visitor_login = coalesce((select p.login from visitor p where p.number = visitor_roles.visitor_number), (SELECT min(login) FROM visitor)) WHERE visitor_login IS NULL;
RESET statement_timeout;

-- accrete:step 9 transaction locks=visitor_roles visitor_roles.visitor_login: no new NULL
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor_roles IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor_roles ADD CONSTRAINT visitor_roles_visitor_login_present CHECK (visitor_login IS NOT NULL) NOT VALID;
COMMIT;

-- accrete:step 10 autocommit visitor_roles.visitor_login: fill in rows written meanwhile
SET statement_timeout = 0;
UPDATE visitor_roles SET visitor_login = coalesce((select p.login from visitor p where p.number = visitor_roles.visitor_number), (SELECT min(login) FROM visitor)) WHERE visitor_login IS NULL;
RESET statement_timeout;

-- accrete:step 11 transaction visitor_roles: validate visitor_roles_visitor_login_present
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE visitor_roles VALIDATE CONSTRAINT visitor_roles_visitor_login_present;
COMMIT;

-- accrete:step 12 transaction locks=visitor_roles visitor_roles.visitor_login: set not null
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor_roles IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor_roles ALTER COLUMN visitor_login SET NOT NULL;
ALTER TABLE visitor_roles DROP CONSTRAINT visitor_roles_visitor_login_present;
COMMIT;

-- accrete:step 13 autocommit index=visitor_login_new_idx visitor: build index visitor_login_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY visitor_login_new_idx ON visitor (login);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 14 transaction locks=visitor visitor: change primary key visitor_pkey; visitor.number: accept rows without a value
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE visitor DROP CONSTRAINT visitor_pkey,
    ADD CONSTRAINT visitor_pkey PRIMARY KEY USING INDEX visitor_login_new_idx;

ALTER TABLE visitor ALTER COLUMN number DROP NOT NULL;
COMMIT;

-- accrete:step 15 transaction locks=visitor,visitor_roles visitor_roles: add foreign key visitor_roles_visitor_login_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor, visitor_roles IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor_roles ADD CONSTRAINT visitor_roles_visitor_login_fkey FOREIGN KEY (visitor_login) REFERENCES visitor (login) NOT VALID;
COMMIT;

-- accrete:step 16 transaction visitor_roles: validate visitor_roles_visitor_login_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE visitor_roles VALIDATE CONSTRAINT visitor_roles_visitor_login_fkey;
COMMIT;

-- accrete:step 17 transaction locks=visitor_roles visitor_roles.visitor_number: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE visitor_roles IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE visitor_roles DROP COLUMN visitor_number;
COMMIT;
