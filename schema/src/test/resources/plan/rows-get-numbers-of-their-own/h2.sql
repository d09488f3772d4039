-- accrete:migration V0002 case h2
-- accrete:model 1:bb6f46bf060b5546697519a2e65cc6d1
-- accrete:verdict breaking
--
-- Changes
--   ticket.token    add column uuid not null, existing rows: cast(lpad(cast(row_number() over (order by event, seat) as varchar), 32, '0') as uuid)   Ticket.token
--   ticket.turn     add column integer not null, existing rows: row_number() over (partition by event order by event, seat)   Ticket.turn
--   ticket.serial   set not null, existing rows: row_number() over (order by event, seat) + (select coalesce(max(o.serial), 0) from ticket o)   Ticket.serial
--   ticket          add unique constraint ticket_serial_key (serial)      Ticket
--   ticket          add unique constraint ticket_token_key (token)        Ticket
--   ticket          add unique constraint ticket_turn_key (event, turn)   Ticket
-- Locks
--   ticket          EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] ticket.token: inserts of the running version leave the new column out and fail
--   [ACC-H203] ticket.turn: inserts of the running version leave the new column out and fail
--   [ACC-H203] ticket.serial: writes of the running version that leave the column empty fail
--   [ACC-H205] ticket: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] ticket: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H205] ticket: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   ticket: the same values in serial
--     SELECT serial, count(*) FROM ticket WHERE serial IS NOT NULL GROUP BY serial HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit ticket.serial: alter column
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS ticket_serial_values AS
    SELECT event AS key_1, seat AS key_2, row_number() over (order by event, seat) + (select coalesce(max(o.serial), 0) from ticket o) AS found
    FROM ticket
    WHERE serial IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS ticket_serial_place ON ticket_serial_values (key_1, key_2);
UPDATE ticket SET serial = (SELECT v.found FROM ticket_serial_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE serial IS NULL;
DROP TABLE IF EXISTS ticket_serial_values;
ALTER TABLE ticket ALTER COLUMN serial SET NOT NULL;

-- accrete:step 2 autocommit ticket.token: add column
ALTER TABLE ticket ADD COLUMN token uuid;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS ticket_token_values AS
    SELECT event AS key_1, seat AS key_2, cast(lpad(cast(row_number() over (order by event, seat) as varchar), 32, '0') as uuid) AS found
    FROM ticket;

CREATE UNIQUE INDEX IF NOT EXISTS ticket_token_place ON ticket_token_values (key_1, key_2);
UPDATE ticket SET token = (SELECT v.found FROM ticket_token_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE token IS NULL;
DROP TABLE IF EXISTS ticket_token_values;
ALTER TABLE ticket ALTER COLUMN token SET NOT NULL;

-- accrete:step 3 autocommit ticket.turn: add column
ALTER TABLE ticket ADD COLUMN turn integer;

CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS ticket_turn_values AS
    SELECT event AS key_1, seat AS key_2, row_number() over (partition by event order by event, seat) AS found
    FROM ticket;

CREATE UNIQUE INDEX IF NOT EXISTS ticket_turn_place ON ticket_turn_values (key_1, key_2);
UPDATE ticket SET turn = (SELECT v.found FROM ticket_turn_values v WHERE v.key_1 = ticket.event AND v.key_2 = ticket.seat) WHERE turn IS NULL;
DROP TABLE IF EXISTS ticket_turn_values;
ALTER TABLE ticket ALTER COLUMN turn SET NOT NULL;

-- accrete:step 4 autocommit ticket: add unique key ticket_serial_key
ALTER TABLE ticket ADD CONSTRAINT ticket_serial_key UNIQUE (serial);

-- accrete:step 5 autocommit ticket: add unique key ticket_token_key
ALTER TABLE ticket ADD CONSTRAINT ticket_token_key UNIQUE (token);

-- accrete:step 6 autocommit ticket: add unique key ticket_turn_key
ALTER TABLE ticket ADD CONSTRAINT ticket_turn_key UNIQUE (event, turn);
