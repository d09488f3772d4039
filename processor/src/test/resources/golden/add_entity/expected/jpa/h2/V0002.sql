-- accrete:migration V0002 draft h2
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
--   Appointment           EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit create Room_SEQ, Room
CREATE SEQUENCE Room_SEQ START WITH 1 INCREMENT BY 50;

CREATE TABLE Room (
    id bigint NOT NULL,
    name varchar(255) NOT NULL,
    CONSTRAINT Room_pkey PRIMARY KEY (id),
    CONSTRAINT Room_name_key UNIQUE (name)
);

-- accrete:step 2 autocommit Appointment.room_id: add column
ALTER TABLE Appointment ADD COLUMN room_id bigint;

-- accrete:step 3 autocommit Appointment: build index ix_appointment_room
CREATE INDEX ix_appointment_room ON Appointment (room_id);

-- accrete:step 4 autocommit Appointment: add foreign key Appointment_room_id_fkey
ALTER TABLE Appointment ADD CONSTRAINT Appointment_room_id_fkey FOREIGN KEY (room_id) REFERENCES Room (id);
