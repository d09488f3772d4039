-- accrete:migration V0002 case postgresql
-- accrete:model 1:7eb68c12b6517921b0ff7d294ab04416
-- accrete:verdict breaking
--
-- Changes
--   boat.kind   replace values, using CASE kind WHEN 'B' THEN 'Boat' WHEN 'F' THEN 'Ferry' ELSE kind END   Boat.kind
--   post.sort   change type from varchar(31) to sql varchar(7), using case sort when 'P' then 'Post' when 'L' then 'Letter' when 'C' then 'Parcel' else 'Post' end   Post.sort
--   tool.kind   change type from integer to varchar(31), using case kind when 1 then 'Tool' when 2 then 'Saw' when 3 then 'Drill' else 'Tool' end   Tool.kind
--   boat.kind   change check to [kind in ('Boat','Ferry','T')]                                             Boat.kind
--   post.sort   change check to [sort in ('Post','Letter','Parcel')]                                       Post.sort
--   tool.kind   change check to [kind in ('Tool','Saw','Drill')]                                           Tool.kind
-- Locks
--   boat        ACCESS EXCLUSIVE, instant
--   boat        SHARE UPDATE EXCLUSIVE, scan
--   post        ACCESS EXCLUSIVE, rewrite
--   tool        ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] post.sort: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] post.sort: the running version of the application may write values that no longer fit
--   [ACC-H210] post.sort: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] tool.kind: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] tool.kind: the running version of the application may write values that no longer fit
--   [ACC-H210] tool.kind: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H204] boat.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] boat.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H204] post.sort: the running version of the application may write values that no longer fit
--   [ACC-H209] post.sort: the running version fails when it reads a constant that it does not know
--   [ACC-H204] tool.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] tool.kind: the running version fails when it reads a constant that it does not know
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=boat boat.kind: allow old and new constants
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE boat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE boat DROP CONSTRAINT boat_kind_check,
    ADD CONSTRAINT boat_kind_check CHECK (kind in ('B','F','T','Boat','Ferry')) NOT VALID;
COMMIT;

-- accrete:step 2 autocommit boat.kind: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 boat.id%TYPE;
    high_1 boat.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM boat ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM boat WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE boat SET kind = CASE kind WHEN 'B' THEN 'Boat' WHEN 'F' THEN 'Ferry' ELSE kind END WHERE kind NOT IN ('Boat','Ferry','T') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE boat SET kind = CASE kind WHEN 'B' THEN 'Boat' WHEN 'F' THEN 'Ferry' ELSE kind END WHERE kind NOT IN ('Boat','Ferry','T') AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 3 transaction locks=boat boat.kind: alter column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE boat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE boat DROP CONSTRAINT boat_kind_check,
    ADD CONSTRAINT boat_kind_check CHECK (kind in ('Boat','Ferry','T')) NOT VALID;
COMMIT;

-- accrete:step 4 autocommit boat.kind: convert rows written meanwhile
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 boat.id%TYPE;
    high_1 boat.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT id INTO low_1 FROM boat ORDER BY id LIMIT 1;
    LOOP
        SELECT id INTO high_1 FROM boat WHERE id >= low_1 ORDER BY id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE boat SET kind = CASE kind WHEN 'B' THEN 'Boat' WHEN 'F' THEN 'Ferry' ELSE kind END WHERE kind NOT IN ('Boat','Ferry','T') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE boat SET kind = CASE kind WHEN 'B' THEN 'Boat' WHEN 'F' THEN 'Ferry' ELSE kind END WHERE kind NOT IN ('Boat','Ferry','T') AND id >= low_1 AND id < high_1;
            low_1 := high_1;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 5 transaction boat: validate boat_kind_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE boat VALIDATE CONSTRAINT boat_kind_check;
COMMIT;

-- accrete:step 6 transaction locks=post post.sort: change type to varchar(7)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE post IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE post DROP CONSTRAINT post_sort_check,
    ALTER COLUMN sort TYPE varchar(7) USING case sort when 'P' then 'Post' when 'L' then 'Letter' when 'C' then 'Parcel' else 'Post' end,
    ADD CONSTRAINT post_sort_check CHECK (sort in ('Post','Letter','Parcel')) NOT VALID;
COMMIT;

-- accrete:step 7 transaction post: validate post_sort_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE post VALIDATE CONSTRAINT post_sort_check;
COMMIT;

-- accrete:step 8 transaction locks=tool tool.kind: change type to varchar(31)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE tool DROP CONSTRAINT tool_kind_check,
    ALTER COLUMN kind TYPE varchar(31) USING case kind when 1 then 'Tool' when 2 then 'Saw' when 3 then 'Drill' else 'Tool' end,
    ADD CONSTRAINT tool_kind_check CHECK (kind in ('Tool','Saw','Drill')) NOT VALID;
COMMIT;

-- accrete:step 9 transaction tool: validate tool_kind_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE tool VALIDATE CONSTRAINT tool_kind_check;
COMMIT;
