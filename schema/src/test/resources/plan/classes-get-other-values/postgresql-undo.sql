-- accrete:undo V0002 case postgresql
-- accrete:model 1:dd78802b9ff1ab7558511607b7217c56
-- accrete:verdict breaking
--
-- Changes
--   tool.kind   change check to [kind in (1,2,3)]         Tool.kind
--   post.sort   change check to [sort in ('P','L','C')]   Post.sort
--   boat.kind   change check to [kind in ('B','F','T')]   Boat.kind
--   tool.kind   change type from varchar(31) to integer, using CASE kind WHEN 'Tool' THEN 1 WHEN 'Saw' THEN 2 WHEN 'Drill' THEN 3 ELSE 1 END   Tool.kind
--   post.sort   change type from sql varchar(7) to varchar(31), using CASE sort WHEN 'Post' THEN 'P' WHEN 'Letter' THEN 'L' WHEN 'Parcel' THEN 'C' ELSE 'P' END   Post.sort
--   boat.kind   replace values, using CASE kind WHEN 'T' THEN 'T' WHEN 'Boat' THEN 'B' WHEN 'Ferry' THEN 'F' ELSE 'B' END   Boat.kind
-- Locks
--   boat        ACCESS EXCLUSIVE, instant
--   boat        SHARE UPDATE EXCLUSIVE, scan
--   post        ACCESS EXCLUSIVE, rewrite
--   tool        ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] tool.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] tool.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H204] post.sort: the running version of the application may write values that no longer fit
--   [ACC-H209] post.sort: the running version fails when it reads a constant that it does not know
--   [ACC-H204] boat.kind: the running version of the application may write values that no longer fit
--   [ACC-H209] boat.kind: the running version fails when it reads a constant that it does not know
--   [ACC-H101] tool.kind: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] tool.kind: the running version of the application may write values that no longer fit
--   [ACC-H210] tool.kind: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H101] post.sort: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] post.sort: the running version of the application may write values that no longer fit
--   [ACC-H210] post.sort: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
-- Data that does not come back
--   boat.kind: what the conversion of its values left out
--   post.sort: what the conversion of its values left out
--   tool.kind: what the conversion of its values left out
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=boat boat.kind: allow old and new constants
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE boat IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE boat DROP CONSTRAINT boat_kind_check,
    ADD CONSTRAINT boat_kind_check CHECK (kind in ('Boat','Ferry','T','B','F')) NOT VALID;
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
                UPDATE boat SET kind = CASE kind WHEN 'T' THEN 'T' WHEN 'Boat' THEN 'B' WHEN 'Ferry' THEN 'F' ELSE 'B' END WHERE kind NOT IN ('B','F','T') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE boat SET kind = CASE kind WHEN 'T' THEN 'T' WHEN 'Boat' THEN 'B' WHEN 'Ferry' THEN 'F' ELSE 'B' END WHERE kind NOT IN ('B','F','T') AND id >= low_1 AND id < high_1;
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
    ADD CONSTRAINT boat_kind_check CHECK (kind in ('B','F','T')) NOT VALID;
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
                UPDATE boat SET kind = CASE kind WHEN 'T' THEN 'T' WHEN 'Boat' THEN 'B' WHEN 'Ferry' THEN 'F' ELSE 'B' END WHERE kind NOT IN ('B','F','T') AND id >= low_1;
                EXIT;
            END IF;
            UPDATE boat SET kind = CASE kind WHEN 'T' THEN 'T' WHEN 'Boat' THEN 'B' WHEN 'Ferry' THEN 'F' ELSE 'B' END WHERE kind NOT IN ('B','F','T') AND id >= low_1 AND id < high_1;
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

-- accrete:step 6 transaction locks=post post.sort: change type to varchar(31)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE post IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE post DROP CONSTRAINT post_sort_check,
    ALTER COLUMN sort TYPE varchar(31) USING CASE sort WHEN 'Post' THEN 'P' WHEN 'Letter' THEN 'L' WHEN 'Parcel' THEN 'C' ELSE 'P' END,
    ADD CONSTRAINT post_sort_check CHECK (sort in ('P','L','C')) NOT VALID;
COMMIT;

-- accrete:step 7 transaction post: validate post_sort_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE post VALIDATE CONSTRAINT post_sort_check;
COMMIT;

-- accrete:step 8 transaction locks=tool tool.kind: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE tool IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE tool DROP CONSTRAINT tool_kind_check,
    ALTER COLUMN kind TYPE integer USING CASE kind WHEN 'Tool' THEN 1 WHEN 'Saw' THEN 2 WHEN 'Drill' THEN 3 ELSE 1 END,
    ADD CONSTRAINT tool_kind_check CHECK (kind in (1,2,3)) NOT VALID;
COMMIT;

-- accrete:step 9 transaction tool: validate tool_kind_check
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE tool VALIDATE CONSTRAINT tool_kind_check;
COMMIT;
