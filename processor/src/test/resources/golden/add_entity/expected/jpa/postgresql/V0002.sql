-- accrete:migration V0002 draft postgresql
-- accrete:model 1:0b7bbedf8b962b1b59629821744896b4
-- accrete:verdict compatible
--
-- Changes
--   Room_SEQ              create sequence start 1 increment 50
--   Room                  create table                                                 Room
--   Appointment.room_id   add column bigint                                            Appointment.room
--   Appointment           add index ix_appointment_room (room_id)                      Appointment
--   Appointment           add foreign key Appointment_room_id_fkey (room_id) to Room   Appointment
-- Locks
--   Appointment           ACCESS EXCLUSIVE, instant
--   Appointment           SHARE UPDATE EXCLUSIVE, scan
--   Room                  SHARE ROW EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction create Room_SEQ, Room, which nobody uses yet
BEGIN;
CREATE SEQUENCE Room_SEQ START WITH 1 INCREMENT BY 50;

CREATE TABLE Room (
    id bigint NOT NULL,
    name varchar(255) NOT NULL,
    CONSTRAINT Room_pkey PRIMARY KEY (id),
    CONSTRAINT Room_name_key UNIQUE (name)
);
COMMIT;

-- accrete:step 2 transaction locks=Appointment Appointment.room_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Appointment IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Appointment ADD COLUMN room_id bigint;
COMMIT;

-- accrete:step 3 autocommit index=ix_appointment_room Appointment: build index ix_appointment_room online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY ix_appointment_room ON Appointment (room_id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 4 transaction locks=Appointment,Room Appointment: add foreign key Appointment_room_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Appointment, Room IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Appointment ADD CONSTRAINT Appointment_room_id_fkey FOREIGN KEY (room_id) REFERENCES Room (id) NOT VALID;
COMMIT;

-- accrete:step 5 transaction Appointment: validate Appointment_room_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE Appointment VALIDATE CONSTRAINT Appointment_room_id_fkey;
COMMIT;
