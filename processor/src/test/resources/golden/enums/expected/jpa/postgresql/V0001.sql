-- accrete:migration V0001 draft postgresql
-- accrete:model 1:c6e570d8e25eaffdcc3841c6cbebcbb1
-- accrete:verdict compatible
--
-- Changes
--   Ticket   create table   Ticket
-- Locks
--   none
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.
-- The statements share one transaction, which whoever runs them begins.

-- accrete:step 1 transaction create Ticket, which nobody uses yet
CREATE TABLE Ticket (
    id bigint NOT NULL,
    state varchar(10) NOT NULL,
    priority smallint,
    CONSTRAINT Ticket_pkey PRIMARY KEY (id),
    CONSTRAINT Ticket_state_check CHECK (state in ('OPEN','SOLVED','CLOSED')),
    CONSTRAINT Ticket_priority_check CHECK (priority between 0 and 1)
);
