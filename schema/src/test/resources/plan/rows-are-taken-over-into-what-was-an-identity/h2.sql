-- accrete:migration V0002 case h2
-- accrete:model 1:105365f3a776628b3e93a3c9cc941ed9
-- accrete:verdict breaking
--
-- Changes
--   note         create table                                                   Note
--   vehicle      fill with (id, brand) select id + 100, brand from bike         Vehicle
--   vehicle.id   drop identity                                                  Vehicle.id
--   note         add foreign key note_vehicle_id_fkey (vehicle_id) to vehicle   Note
--   bike         keep unmapped table
-- Locks
--   vehicle      EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] vehicle: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H207] vehicle.id: inserts of the running version leave the column to the database and fail
-- Rows that stop this
--   vehicle: the same id in rows that it takes over and in rows that it has
--     SELECT id, count(*) FROM (SELECT id FROM vehicle UNION ALL SELECT id FROM (select id + 100, brand from bike) taken(id, brand)) found GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit create note
CREATE TABLE note (
    id bigint NOT NULL,
    vehicle_id bigint,
    CONSTRAINT note_pkey PRIMARY KEY (id)
);

ALTER TABLE note ADD CONSTRAINT note_vehicle_id_fkey FOREIGN KEY (vehicle_id) REFERENCES vehicle (id);

-- accrete:step 2 autocommit vehicle.id: alter column
ALTER TABLE vehicle ALTER COLUMN id DROP IDENTITY;

-- accrete:step 3 transaction vehicle: take over rows
BEGIN;
INSERT INTO vehicle (id, brand) select id + 100, brand from bike;
COMMIT;
