-- accrete:migration V0002 case h2
-- accrete:model 1:86c6039648b60254d517e2223ae99705
-- accrete:verdict compatible
--
-- Changes
--   former   drop index person_phone_idx (phone)
--   former   drop unique constraint person_email_key (email)
--   person   create table                                      Person
-- Locks
--   former   EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit former: drop index person_phone_idx
DROP INDEX IF EXISTS person_phone_idx;

-- accrete:step 2 autocommit former: drop unique key person_email_key
ALTER TABLE former DROP CONSTRAINT IF EXISTS person_email_key;

-- accrete:step 3 autocommit create person
CREATE TABLE person (
    id bigint NOT NULL,
    email varchar(40),
    phone varchar(40),
    CONSTRAINT person_pkey PRIMARY KEY (id),
    CONSTRAINT person_email_key UNIQUE (email)
);

CREATE INDEX person_phone_idx ON person (phone);
