-- accrete:migration V0002 case h2
-- accrete:model 1:b1e36a56105a43e777bac4fea7b717dd
-- accrete:verdict breaking
--
-- Changes
--   person           drop foreign key person_ring_id_fkey (ring_id) to key_ring      Person
--   clerk            create table                                                    Clerk
--   clerk            fill with (id, grade, ring_id, desk_floor, desk_nr) select id, grade, coalesce(ring_id, row_1.row_1_key_1), row_2.row_2_key_1, row_2.row_2_key_2 from (select person.*, row_number() over (partition by case when ring_id is null then 1 end order by id) as place_1, row_number() over (order by id) as place_2 from person where dtype = 'Clerk') person left join (select p.id as row_1_key_1, row_number() over (order by p.id) as number_1 from key_ring p where not exists (select 1 from person c where c.ring_id = p.id)) row_1 on row_1.number_1 = place_1 left join (select p.floor as row_2_key_1, p.nr as row_2_key_2, row_number() over (order by p.floor, p.nr) as number_2 from desk p) row_2 on row_2.number_2 = place_2   Clerk
--   person.grade     keep unmapped column on purpose                                 Person
--   person.ring_id   keep unmapped column on purpose                                 Person
--   clerk            add foreign key clerk_desk_fkey (desk_floor, desk_nr) to desk   Clerk
--   clerk            add foreign key clerk_id_fkey (id) to person                    Clerk
--   clerk            add foreign key clerk_ring_id_fkey (ring_id) to key_ring        Clerk
-- Locks
--   clerk            EXCLUSIVE, scan
--   person           EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] clerk: rows that the running version writes from now on where they have been until now are not taken over
-- Rows that stop this
--   clerk: rows that it takes over without a value, where none is found for them
--     SELECT * FROM (select id, grade, coalesce(ring_id, row_1.row_1_key_1), row_2.row_2_key_1, row_2.row_2_key_2 from (select person.*, row_number() over (partition by case when ring_id is null then 1 end order by id) as place_1, row_number() over (order by id) as place_2 from person where dtype = 'Clerk') person left join (select p.id as row_1_key_1, row_number() over (order by p.id) as number_1 from key_ring p where not exists (select 1 from person c where c.ring_id = p.id)) row_1 on row_1.number_1 = place_1 left join (select p.floor as row_2_key_1, p.nr as row_2_key_2, row_number() over (order by p.floor, p.nr) as number_2 from desk p) row_2 on row_2.number_2 = place_2) taken(id, grade, ring_id, desk_floor, desk_nr) WHERE desk_floor IS NULL OR desk_nr IS NULL;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit person: drop foreign key person_ring_id_fkey
ALTER TABLE person DROP CONSTRAINT IF EXISTS person_ring_id_fkey;

-- accrete:step 2 autocommit create clerk
CREATE TABLE clerk (
    id bigint NOT NULL,
    grade varchar(255),
    ring_id bigint NOT NULL,
    desk_floor integer NOT NULL,
    desk_nr integer NOT NULL,
    CONSTRAINT clerk_pkey PRIMARY KEY (id),
    CONSTRAINT clerk_desk_floor_desk_nr_key UNIQUE (desk_floor, desk_nr),
    CONSTRAINT clerk_ring_id_key UNIQUE (ring_id)
);

-- accrete:step 3 transaction clerk: take over rows
BEGIN;
INSERT INTO clerk (id, grade, ring_id, desk_floor, desk_nr) select id, grade, coalesce(ring_id, row_1.row_1_key_1), row_2.row_2_key_1, row_2.row_2_key_2 from (select person.*, row_number() over (partition by case when ring_id is null then 1 end order by id) as place_1, row_number() over (order by id) as place_2 from person where dtype = 'Clerk') person left join (select p.id as row_1_key_1, row_number() over (order by p.id) as number_1 from key_ring p where not exists (select 1 from person c where c.ring_id = p.id)) row_1 on row_1.number_1 = place_1 left join (select p.floor as row_2_key_1, p.nr as row_2_key_2, row_number() over (order by p.floor, p.nr) as number_2 from desk p) row_2 on row_2.number_2 = place_2;
COMMIT;

-- accrete:step 4 autocommit clerk: add foreign key clerk_desk_fkey
ALTER TABLE clerk ADD CONSTRAINT clerk_desk_fkey FOREIGN KEY (desk_floor, desk_nr) REFERENCES desk (floor, nr);

-- accrete:step 5 autocommit clerk: add foreign key clerk_id_fkey
ALTER TABLE clerk ADD CONSTRAINT clerk_id_fkey FOREIGN KEY (id) REFERENCES person (id);

-- accrete:step 6 autocommit clerk: add foreign key clerk_ring_id_fkey
ALTER TABLE clerk ADD CONSTRAINT clerk_ring_id_fkey FOREIGN KEY (ring_id) REFERENCES key_ring (id);
