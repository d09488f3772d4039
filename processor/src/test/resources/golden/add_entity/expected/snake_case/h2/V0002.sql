-- accrete:migration V0002 draft h2
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
--   appointment           EXCLUSIVE, rewrite
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit create room_seq, room
CREATE SEQUENCE room_seq START WITH 1 INCREMENT BY 50;

CREATE TABLE room (
    id bigint NOT NULL,
    name varchar(255) NOT NULL,
    CONSTRAINT room_pkey PRIMARY KEY (id),
    CONSTRAINT room_name_key UNIQUE (name)
);

-- accrete:step 2 autocommit appointment.room_id: add column
ALTER TABLE appointment ADD COLUMN room_id bigint;

-- accrete:step 3 autocommit appointment: build index ix_appointment_room
CREATE INDEX ix_appointment_room ON appointment (room_id);

-- accrete:step 4 autocommit appointment: add foreign key appointment_room_id_fkey
ALTER TABLE appointment ADD CONSTRAINT appointment_room_id_fkey FOREIGN KEY (room_id) REFERENCES room (id);
