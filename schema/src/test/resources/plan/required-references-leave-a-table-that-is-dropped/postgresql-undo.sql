-- accrete:undo V0002 case postgresql
-- accrete:model 1:b8bab37e84a392ebe0513c9538db4a9d
-- accrete:verdict breaking
--
-- Changes
--   owner           create table
--   part            drop foreign key part_owner_id_fkey (owner_id) to holder   Part
--   part.owner_id   change type from bigint to integer                         Part.ownerId
--   part            add empty rows to owner that part_owner_id_fkey misses     Part
--   part            add foreign key part_owner_id_fkey (owner_id) to owner     Part
-- Locks
--   holder          ACCESS EXCLUSIVE, instant
--   owner           SHARE ROW EXCLUSIVE, instant
--   part            ACCESS EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H101] part.owner_id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] part.owner_id: the running version of the application may write values that no longer fit
--   [ACC-H210] part.owner_id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H205] part: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] part: the running version fails when it writes references to rows of owner, which it does not know
--   [ACC-H401] part: no index starts with [owner_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   part: add empty rows to owner that part_owner_id_fkey misses
--   part.owner_id: what the conversion of its values left out
--   owner: the rows that were dropped
-- Rows that stop this
--   part.owner_id: more than integer holds
--     SELECT * FROM part WHERE owner_id NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=holder,part part: drop foreign key part_owner_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE holder, part IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE part DROP CONSTRAINT part_owner_id_fkey;
COMMIT;

-- accrete:step 2 transaction create owner, which nobody uses yet
BEGIN;
CREATE TABLE owner (
    nr integer NOT NULL,
    CONSTRAINT owner_pkey PRIMARY KEY (nr)
);
COMMIT;

-- accrete:step 3 transaction locks=part part.owner_id: change type to integer
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE part IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE part ALTER COLUMN owner_id TYPE integer USING owner_id::integer;
COMMIT;

-- accrete:step 4 autocommit part: mend references to owner
SET statement_timeout = 0;

INSERT INTO owner (nr)
    SELECT nr FROM (SELECT DISTINCT part.owner_id AS nr FROM part
    WHERE part.owner_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM owner r WHERE r.nr = part.owner_id)) k;

RESET statement_timeout;

-- accrete:step 5 transaction locks=owner,part part: add foreign key part_owner_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE owner, part IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE part ADD CONSTRAINT part_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES owner (nr) NOT VALID;
COMMIT;

-- accrete:step 6 transaction part: validate part_owner_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE part VALIDATE CONSTRAINT part_owner_id_fkey;
COMMIT;
