-- accrete:undo V0002 case h2
-- accrete:model 1:e7e48f7715b60720ad42ef38c3d5026c
-- accrete:verdict breaking
--
-- Changes
--   desk.room   add column varchar(10) not null, existing rows: case when row_number() over (partition by floor order by id) <= (select count(*) from place p where p.floor = desk.floor) then (select array_agg(p.room order by p.floor, p.room) from place p where p.floor = desk.floor)[row_number() over (partition by floor order by id)] end   Desk
--   desk        add unique constraint desk_place_key (floor, room)                           Desk
--   desk        look up what the references of desk_place_fkey mean, whose keys are others   Desk
--   desk        add foreign key desk_place_fkey (floor, room) to place                       Desk
-- Locks
--   desk        EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] desk.room: inserts of the running version leave the new column out and fail
--   [ACC-H205] desk: the migration stops at duplicates, and a running version that writes some fails
-- Data that does not come back
--   desk: look up what the references of desk_place_fkey mean, whose keys are others
--   desk.room: the values that were dropped
-- Rows that stop this
--   desk.room: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit desk.room: add column
ALTER TABLE desk ADD COLUMN room varchar(10);

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS desk_room_values AS
    SELECT id AS key_1, case when row_number() over (partition by floor order by id) <= (select count(*) from place p where p.floor = desk.floor) then (select array_agg(p.room order by p.floor, p.room) from place p where p.floor = desk.floor)[row_number() over (partition by floor order by id)] end AS found
    FROM desk;

CREATE UNIQUE INDEX IF NOT EXISTS desk_room_place ON desk_room_values (key_1);
UPDATE desk SET room = (SELECT v.found FROM desk_room_values v WHERE v.key_1 = desk.id) WHERE room IS NULL;
DROP TABLE IF EXISTS desk_room_values;
ALTER TABLE desk ALTER COLUMN room SET NOT NULL;

-- accrete:step 2 autocommit desk: add unique key desk_place_key
ALTER TABLE desk ADD CONSTRAINT desk_place_key UNIQUE (floor, room);

-- accrete:step 3 autocommit desk: mend references to place
UPDATE desk SET floor = (select x.floor from (select p.floor, row_number() over (order by p.floor, p.room) as n from place p where not exists (select 1 from desk c where c.floor = p.floor and c.room = p.room)) x join (select o.id as k1, row_number() over (order by o.id) as n from desk o where not exists (select 1 from place p where o.floor = p.floor and o.room = p.room)) y on y.n = x.n where y.k1 = desk.id), room = (select x.room from (select p.room, row_number() over (order by p.floor, p.room) as n from place p where not exists (select 1 from desk c where c.floor = p.floor and c.room = p.room)) x join (select o.id as k1, row_number() over (order by o.id) as n from desk o where not exists (select 1 from place p where o.floor = p.floor and o.room = p.room)) y on y.n = x.n where y.k1 = desk.id)
    WHERE desk.floor IS NOT NULL AND desk.room IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM place r WHERE r.floor = desk.floor AND r.room = desk.room);

-- accrete:step 4 autocommit desk: add foreign key desk_place_fkey
ALTER TABLE desk ADD CONSTRAINT desk_place_fkey FOREIGN KEY (floor, room) REFERENCES place (floor, room);
