-- accrete:migration V0001 draft h2
-- accrete:model 1:c6e570d8e25eaffdcc3841c6cbebcbb1
-- accrete:verdict compatible
--
-- Changes
--   ticket   create table   Ticket
-- Locks
--   none
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit create ticket
CREATE TABLE ticket (
    id bigint NOT NULL,
    state enum ('CLOSED','OPEN','SOLVED') NOT NULL,
    priority tinyint,
    CONSTRAINT ticket_pkey PRIMARY KEY (id),
    CONSTRAINT ticket_priority_check CHECK (priority between 0 and 1)
);
