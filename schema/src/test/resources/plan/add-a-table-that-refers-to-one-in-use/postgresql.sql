-- accrete:migration V0002 case postgresql
-- accrete:model 1:59c015a48e4940c4be1799c3db95dba7
-- accrete:verdict compatible
--
-- Changes
--   pets    create table                                             Pets
--   pets    add foreign key pets_owner_id_fkey (owner_id) to users   Pets
-- Locks
--   users   SHARE ROW EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction create pets, which nobody uses yet
BEGIN;
CREATE TABLE pets (
    id bigint NOT NULL,
    owner_id bigint,
    CONSTRAINT pets_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 transaction locks=users pets: add foreign key pets_owner_id_fkey, no rows to check yet
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE pets ADD CONSTRAINT pets_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id);
COMMIT;
