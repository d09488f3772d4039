-- accrete:migration V0002 case postgresql
-- accrete:model 1:86c6039648b60254d517e2223ae99705
-- accrete:verdict compatible
--
-- Changes
--   former   drop index person_phone_idx (phone)
--   former   drop unique constraint person_email_key (email)
--   person   create table                                      Person
-- Locks
--   former   ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit former: drop index person_phone_idx
SET statement_timeout = 0;
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS person_phone_idx;
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 2 transaction locks=former former: drop unique key person_email_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE former IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE former DROP CONSTRAINT person_email_key;
COMMIT;

-- accrete:step 3 transaction create person, which nobody uses yet
BEGIN;
CREATE TABLE person (
    id bigint NOT NULL,
    email varchar(40),
    phone varchar(40),
    CONSTRAINT person_pkey PRIMARY KEY (id),
    CONSTRAINT person_email_key UNIQUE (email)
);

CREATE INDEX person_phone_idx ON person (phone);
COMMIT;
