-- accrete:migration V0002 case h2
-- accrete:model 1:59c015a48e4940c4be1799c3db95dba7
-- accrete:verdict compatible
--
-- Changes
--   pets   create table                                             Pets
--   pets   add foreign key pets_owner_id_fkey (owner_id) to users   Pets
-- Locks
--   none
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit create pets
CREATE TABLE pets (
    id bigint NOT NULL,
    owner_id bigint,
    CONSTRAINT pets_pkey PRIMARY KEY (id)
);

ALTER TABLE pets ADD CONSTRAINT pets_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id);
