-- accrete:migration V0002 case h2
-- accrete:model 1:bdb8bb7371215799633b6c7c8532883f
-- accrete:verdict compatible
--
-- Changes
--   users_seq   create sequence start 1 increment 50
--   teams       create table                                            Teams
--   users       create table                                            Users
--   users       add foreign key users_team_id_fkey (team_id) to teams   Users
-- Locks
--   none
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit create users_seq, teams, users
CREATE SEQUENCE users_seq START WITH 1 INCREMENT BY 50;

CREATE TABLE teams (
    id bigint NOT NULL,
    CONSTRAINT teams_pkey PRIMARY KEY (id)
);

CREATE TABLE users (
    id bigint NOT NULL,
    email varchar(255) NOT NULL,
    age integer,
    state enum ('NEW','OLD') NOT NULL,
    team_id bigint,
    CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_email_key UNIQUE (email)
);

CREATE INDEX users_age_idx ON users (age);
ALTER TABLE users ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams (id);
