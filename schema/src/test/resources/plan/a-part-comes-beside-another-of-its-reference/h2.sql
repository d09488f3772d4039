-- accrete:migration V0002 case h2
-- accrete:model 1:77a46c2c08a078ea41a8da8cc529d495
-- accrete:verdict breaking
--
-- Changes
--   desk.room   add column integer not null, existing rows: id                Desk.room
--   lamp.room   add column integer not null, existing rows: (select min(p.room) from place p where p.floor = lamp.floor)   Lamp.room
--   desk        add foreign key desk_floor_room_fkey (floor, room) to place   Desk
--   lamp        add foreign key lamp_floor_room_fkey (floor, room) to place   Lamp
-- Locks
--   desk        EXCLUSIVE, rewrite
--   lamp        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] desk.room: inserts of the running version leave the new column out and fail
--   [ACC-H203] lamp.room: inserts of the running version leave the new column out and fail
-- Rows that stop this
--   lamp.room: no value, where none is found for them (no query finds them before)
--   desk: references to rows of place that are not there
--     SELECT * FROM (SELECT desk.*, id AS meant_2 FROM desk) c WHERE NOT EXISTS (SELECT 1 FROM place p WHERE p.floor = c.floor AND p.room = c.meant_2);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit desk.room: add column
ALTER TABLE desk ADD COLUMN room integer;
UPDATE desk SET room = id WHERE room IS NULL;
ALTER TABLE desk ALTER COLUMN room SET NOT NULL;

-- accrete:step 2 autocommit lamp.room: add column
ALTER TABLE lamp ADD COLUMN room integer;
UPDATE lamp SET room = (select min(p.room) from place p where p.floor = lamp.floor) WHERE room IS NULL;
ALTER TABLE lamp ALTER COLUMN room SET NOT NULL;

-- accrete:step 3 autocommit desk: add foreign key desk_floor_room_fkey
ALTER TABLE desk ADD CONSTRAINT desk_floor_room_fkey FOREIGN KEY (floor, room) REFERENCES place (floor, room);

-- accrete:step 4 autocommit lamp: add foreign key lamp_floor_room_fkey
ALTER TABLE lamp ADD CONSTRAINT lamp_floor_room_fkey FOREIGN KEY (floor, room) REFERENCES place (floor, room);
