-- accrete:migration V0002 case postgresql
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
--   vehicle      ACCESS EXCLUSIVE, instant
-- Hazards
--   [ACC-H213] vehicle: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H207] vehicle.id: inserts of the running version leave the column to the database and fail
-- Rows that stop this
--   vehicle: the same id in rows that it takes over and in rows that it has
--     SELECT id, count(*) FROM (SELECT id FROM vehicle UNION ALL SELECT id FROM (select id + 100, brand from bike) taken(id, brand)) found GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create note, which nobody uses yet
BEGIN;
CREATE TABLE note (
    id bigint NOT NULL,
    vehicle_id bigint,
    CONSTRAINT note_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 transaction locks=vehicle note: add foreign key note_vehicle_id_fkey, no rows to check yet
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE note ADD CONSTRAINT note_vehicle_id_fkey FOREIGN KEY (vehicle_id) REFERENCES vehicle (id);
COMMIT;

-- accrete:step 3 transaction locks=vehicle vehicle.id: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE vehicle IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE vehicle ALTER COLUMN id DROP IDENTITY IF EXISTS;
COMMIT;

-- accrete:step 4 transaction vehicle: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO vehicle (id, brand) select id + 100, brand from bike;
COMMIT;
