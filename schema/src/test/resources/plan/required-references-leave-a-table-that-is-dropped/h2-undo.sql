-- accrete:undo V0002 case h2
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
--   part            EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] part.owner_id: the running version of the application may write values that no longer fit
--   [ACC-H205] part: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] part: the running version fails when it writes references to rows of owner, which it does not know
-- Data that does not come back
--   part: add empty rows to owner that part_owner_id_fkey misses
--   part.owner_id: what the conversion of its values left out
--   owner: the rows that were dropped
-- Rows that stop this
--   part.owner_id: more than integer holds
--     SELECT * FROM part WHERE owner_id NOT BETWEEN -2147483648 AND 2147483647;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit part: drop foreign key part_owner_id_fkey
ALTER TABLE part DROP CONSTRAINT IF EXISTS part_owner_id_fkey;

-- accrete:step 2 autocommit create owner
CREATE TABLE owner (
    nr integer NOT NULL,
    CONSTRAINT owner_pkey PRIMARY KEY (nr)
);

-- accrete:step 3 autocommit part.owner_id: change type to integer
ALTER TABLE part ALTER COLUMN owner_id SET DATA TYPE integer;

-- accrete:step 4 autocommit part: mend references to owner
INSERT INTO owner (nr)
    SELECT nr FROM (SELECT DISTINCT part.owner_id AS nr FROM part
    WHERE part.owner_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM owner r WHERE r.nr = part.owner_id)) k;

-- accrete:step 5 autocommit part: add foreign key part_owner_id_fkey
ALTER TABLE part ADD CONSTRAINT part_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES owner (nr);
