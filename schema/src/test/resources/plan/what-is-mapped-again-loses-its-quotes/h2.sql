-- accrete:migration V0002 case h2
-- accrete:model 1:c31ab4e2a85d3c982fd078c73494bd75
-- accrete:verdict compatible
--
-- Changes
--   "visit"     drop primary key visit_pkey ("id")
--   users_seq   create sequence start 1 increment 50, past the ids in users.id
--   visit       create table                                                     Visit
--   users.fax   add column varchar(20)                                           Users.fax
-- Locks
--   "visit"     EXCLUSIVE, instant
--   users       EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit "visit": drop primary key visit_pkey
ALTER TABLE "visit" DROP CONSTRAINT IF EXISTS visit_pkey;

-- accrete:step 2 autocommit create users_seq, visit
CREATE SEQUENCE users_seq START WITH 1 INCREMENT BY 50;

CREATE TABLE visit (
    id bigint NOT NULL,
    CONSTRAINT visit_pkey PRIMARY KEY (id)
);

-- accrete:step 3 autocommit users_seq: start past the ids in users
ALTER SEQUENCE users_seq RESTART WITH (SELECT CASE count(*) WHEN 0 THEN 1 ELSE greatest(1, max(id) + 51) END FROM users);

-- accrete:step 4 autocommit users.fax: add column
ALTER TABLE users ADD COLUMN fax varchar(20);
