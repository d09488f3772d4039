-- accrete:migration V0002 draft postgresql
-- accrete:model 1:0b7bbedf8b962b1b59629821744896b4
-- accrete:verdict compatible
--
-- Changes
--   room_seq              create sequence start 1 increment 50
--   room                  create table                                                 Room
--   appointment.room_id   add column bigint                                            Appointment.room
--   appointment           add index ix_appointment_room (room_id)                      Appointment
--   appointment           add foreign key appointment_room_id_fkey (room_id) to room   Appointment
-- Locks
--   appointment           ACCESS EXCLUSIVE, instant
--   appointment           SHARE UPDATE EXCLUSIVE, scan
--   room                  SHARE ROW EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction create room_seq, room, which nobody uses yet
BEGIN;
CREATE SEQUENCE room_seq START WITH 1 INCREMENT BY 50;

CREATE TABLE room (
    id bigint NOT NULL,
    name varchar(255) NOT NULL,
    CONSTRAINT room_pkey PRIMARY KEY (id),
    CONSTRAINT room_name_key UNIQUE (name)
);
COMMIT;

-- accrete:step 2 transaction locks=appointment appointment.room_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE appointment IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE appointment ADD COLUMN room_id bigint;
COMMIT;

-- accrete:step 3 autocommit index=ix_appointment_room appointment: build index ix_appointment_room online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY ix_appointment_room ON appointment (room_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 4 transaction locks=appointment,room appointment: add foreign key appointment_room_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE appointment, room IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE appointment ADD CONSTRAINT appointment_room_id_fkey FOREIGN KEY (room_id) REFERENCES room (id) NOT VALID;
COMMIT;

-- accrete:step 5 transaction appointment: validate appointment_room_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE appointment VALIDATE CONSTRAINT appointment_room_id_fkey;
COMMIT;
