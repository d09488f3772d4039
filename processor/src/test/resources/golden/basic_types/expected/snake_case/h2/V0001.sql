-- accrete:migration V0001 draft h2
-- accrete:model 1:26e451c273329ba882bf5f84431bd062
-- accrete:verdict compatible
--
-- Changes
--   sample   create table   Sample
-- Locks
--   none
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit create sample
CREATE TABLE sample (
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
    exact_amount numeric(12,4),
    born_on date,
    wakes_at time(0),
    meets_at timestamp(6),
    created_at timestamp(6) with time zone,
    length numeric(21,0),
    token uuid,
    picture varbinary(255),
    CONSTRAINT sample_pkey PRIMARY KEY (id)
);
