-- accrete:migration V0002 case h2
-- accrete:model 1:482c65004c6d17ed045d674e4c2e6c68
-- accrete:verdict breaking
--
-- Changes
--   van               create table                                                Van
--   vehicle           create table                                                Vehicle
--   van               fill with (id, load) select id, 0 from delivery             Van
--   vehicle           fill with (id, kind, wheels) select id, 'Van', 0 from van   Vehicle
--   delivery.van_id   add column bigint not null, existing rows: id               Delivery.vanId
--   delivery          add unique constraint delivery_van_id_key (van_id)          Delivery
--   delivery          add foreign key delivery_van_id_fkey (van_id) to van        Delivery
--   van               add foreign key van_id_fkey (id) to vehicle                 Van
-- Locks
--   delivery          EXCLUSIVE, rewrite
--   van               EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] van: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H213] vehicle: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] delivery.van_id: inserts of the running version leave the new column out and fail
--   [ACC-H205] delivery: the migration stops at duplicates, and a running version that writes some fails
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit create van, vehicle
CREATE TABLE van (
    id bigint NOT NULL,
    load integer NOT NULL,
    CONSTRAINT van_pkey PRIMARY KEY (id)
);

CREATE TABLE vehicle (
    id bigint NOT NULL,
    kind varchar(31) NOT NULL,
    wheels integer NOT NULL,
    CONSTRAINT vehicle_pkey PRIMARY KEY (id),
    CONSTRAINT vehicle_kind_check CHECK (kind in ('Vehicle','Van'))
);

-- accrete:step 2 transaction van: take over rows
BEGIN;
INSERT INTO van (id, load) select id, 0 from delivery;
COMMIT;

-- accrete:step 3 transaction vehicle: take over rows
BEGIN;
INSERT INTO vehicle (id, kind, wheels) select id, 'Van', 0 from van;
COMMIT;

-- accrete:step 4 autocommit delivery.van_id: add column
ALTER TABLE delivery ADD COLUMN van_id bigint;
UPDATE delivery SET van_id = id WHERE van_id IS NULL;
ALTER TABLE delivery ALTER COLUMN van_id SET NOT NULL;

-- accrete:step 5 autocommit delivery: add unique key delivery_van_id_key
ALTER TABLE delivery ADD CONSTRAINT delivery_van_id_key UNIQUE (van_id);

-- accrete:step 6 autocommit delivery: add foreign key delivery_van_id_fkey
ALTER TABLE delivery ADD CONSTRAINT delivery_van_id_fkey FOREIGN KEY (van_id) REFERENCES van (id);

-- accrete:step 7 autocommit van: add foreign key van_id_fkey
ALTER TABLE van ADD CONSTRAINT van_id_fkey FOREIGN KEY (id) REFERENCES vehicle (id);
