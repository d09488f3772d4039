-- accrete:migration V0002 case postgresql
-- accrete:model 1:9f2d8a7813eb317084b05da6b5360182
-- accrete:verdict breaking
--
-- Changes
--   verdict   create table                                              Verdict
--   verdict   fill with (id, words) select abs(id), words from answer   Verdict
--   answer    keep unmapped table
-- Locks
--   none
-- Hazards
--   [ACC-H213] verdict: rows that the running version writes from now on where they have been until now are not taken over
-- Rows that stop this
--   verdict: the same id in rows that it takes over
--     SELECT id, count(*) FROM (SELECT id FROM (select abs(id), words from answer) taken(id, words)) found WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction create verdict, which nobody uses yet
BEGIN;
CREATE TABLE verdict (
    id bigint NOT NULL,
    words varchar(255),
    CONSTRAINT verdict_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 2 transaction verdict: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO verdict (id, words) select abs(id), words from answer;
COMMIT;
