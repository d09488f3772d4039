-- accrete:migration V0001 draft h2
-- accrete:model 1:823a28438e6b0b0142db2e93d5e4fe2c
-- accrete:verdict compatible
--
-- Changes
--   Sample   create table   Sample
-- Locks
--   none
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit create Sample
CREATE TABLE Sample (
    id bigint NOT NULL,
    flag boolean NOT NULL,
    number integer NOT NULL,
    perhaps integer,
    big bigint NOT NULL,
    precise float(53) NOT NULL,
    letter char(1) NOT NULL,
    text varchar(255),
    code varchar(40),
    story clob,
    amount numeric(38,2),
    exactAmount numeric(12,4),
    bornOn date,
    wakesAt time(0),
    meetsAt timestamp(6),
    createdAt timestamp(6) with time zone,
    length numeric(21,0),
    token uuid,
    picture varbinary(255),
    CONSTRAINT Sample_pkey PRIMARY KEY (id)
);
