-- accrete:migration V0002 case postgresql
-- accrete:model 1:f5c16f687ff9da3402486eed8977af9f
-- accrete:verdict breaking
--
-- Changes
--   label   create table                                                                       Label
--   label   fill with (id, color, shape) select id, 'RED', 0 from orders where kind = 'none'   Label
-- Locks
--   none
-- Hazards
--   [ACC-H213] label: rows that the running version writes from now on where they have been until now are not taken over
-- Rows that stop this
--   label: the same color in rows that it takes over
--     SELECT color, count(*) FROM (SELECT color FROM (select id, 'RED', 0 from orders where kind = 'none') taken(id, color, shape)) found WHERE color IS NOT NULL GROUP BY color HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create label, which nobody uses yet
BEGIN;
CREATE TABLE label (
    id bigint NOT NULL,
    color varchar(20) NOT NULL,
    shape integer NOT NULL,
    CONSTRAINT label_pkey PRIMARY KEY (id),
    CONSTRAINT label_color_key UNIQUE (color)
);
COMMIT;

-- accrete:step 2 transaction label: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO label (id, color, shape) select id, 'RED', 0 from orders where kind = 'none';
COMMIT;
