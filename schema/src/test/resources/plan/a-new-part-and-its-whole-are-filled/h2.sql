-- accrete:migration V0002 case h2
-- accrete:model 1:ebe68d7e3817eb369b27006cf961baf8
-- accrete:verdict breaking
--
-- Changes
--   bus            create table                                                                                           Bus
--   bus            fill with (id, weight) select (select min(id) from vehicle), (select min(weight) from truck)           Bus
--   vehicle        fill with (id) select id from truck where not exists (select 1 from vehicle c where c.id = truck.id)   Vehicle
--   note.bus_id    add column bigint not null, existing rows: (select min(id) from bus)                                   Note.busId
--   truck.weight   add column integer not null, existing rows: 7                                                          Truck.weight
--   bus            add foreign key bus_id_fkey (id) to vehicle                                                            Bus
--   note           add foreign key note_bus_id_fkey (bus_id) to bus                                                       Note
--   truck          add foreign key truck_id_fkey (id) to vehicle                                                          Truck
-- Locks
--   bus            EXCLUSIVE, scan
--   note           EXCLUSIVE, rewrite
--   truck          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H213] bus: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H213] vehicle: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] note.bus_id: inserts of the running version leave the new column out and fail
--   [ACC-H203] truck.weight: inserts of the running version leave the new column out and fail
--   [ACC-H205] truck: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] truck: the running version fails when it writes rows, for it writes none of the same key to vehicle
-- Rows that stop this
--   bus: rows that it takes over without a value, where none is found for them (no query finds them before)
--   vehicle: the same id in rows that it takes over and in rows that it has
--     SELECT id, count(*) FROM (SELECT id FROM vehicle UNION ALL SELECT id FROM (select id from truck where not exists (select 1 from vehicle c where c.id = truck.id)) taken(id)) found GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit create bus
CREATE TABLE bus (
    id bigint NOT NULL,
    weight integer NOT NULL,
    CONSTRAINT bus_pkey PRIMARY KEY (id)
);

-- accrete:step 2 autocommit truck.weight: add column
ALTER TABLE truck ADD COLUMN weight integer;
UPDATE truck SET weight = 7 WHERE weight IS NULL;
ALTER TABLE truck ALTER COLUMN weight SET NOT NULL;

-- accrete:step 3 transaction bus: take over rows
BEGIN;
INSERT INTO bus (id, weight) select (select min(id) from vehicle), (select min(weight) from truck);
COMMIT;

-- accrete:step 4 autocommit note.bus_id: add column
ALTER TABLE note ADD COLUMN bus_id bigint;
UPDATE note SET bus_id = (select min(id) from bus) WHERE bus_id IS NULL;
ALTER TABLE note ALTER COLUMN bus_id SET NOT NULL;

-- accrete:step 5 transaction vehicle: take over rows
BEGIN;
INSERT INTO vehicle (id) select id from truck where not exists (select 1 from vehicle c where c.id = truck.id);
COMMIT;

-- accrete:step 6 autocommit bus: add foreign key bus_id_fkey
ALTER TABLE bus ADD CONSTRAINT bus_id_fkey FOREIGN KEY (id) REFERENCES vehicle (id);

-- accrete:step 7 autocommit note: add foreign key note_bus_id_fkey
ALTER TABLE note ADD CONSTRAINT note_bus_id_fkey FOREIGN KEY (bus_id) REFERENCES bus (id);

-- accrete:step 8 autocommit truck: add foreign key truck_id_fkey
ALTER TABLE truck ADD CONSTRAINT truck_id_fkey FOREIGN KEY (id) REFERENCES vehicle (id);
