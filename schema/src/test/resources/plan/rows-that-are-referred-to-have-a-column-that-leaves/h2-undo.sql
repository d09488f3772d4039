-- accrete:undo V0002 case h2
-- accrete:model 1:a74d818bb398e95b77c845c442d82ccf
-- accrete:verdict breaking
--
-- Changes
--   club.id       change type from bigint to varchar(255)                            Club.id
--   club.seats    drop column                                                        Club.seats
--   member_club   add foreign key member_club_member_id_fkey (member_id) to member
--   member_club   add empty rows to club that member_club_club_id_fkey misses
--   member_club   add foreign key member_club_club_id_fkey (club_id) to club
-- Locks
--   club          EXCLUSIVE, rewrite
--   member_club   EXCLUSIVE, scan
-- Hazards
--   [ACC-H204] club.id: the running version of the application may write values that no longer fit
--   [ACC-H202] club.seats: the running version of the application still reads and writes the column
--   [ACC-H301] club.seats: its data is gone for good
-- Data that does not come back
--   member_club: add empty rows to club that member_club_club_id_fkey misses
--   club.seats: all values
--   club.id: what the conversion of its values left out
-- Rows that stop this
--   member_club: references to rows of member that are not there
--     SELECT * FROM member_club c WHERE NOT EXISTS (SELECT 1 FROM member p WHERE p.id = c.member_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit club.id: change type to varchar(255)
ALTER TABLE club ALTER COLUMN id SET DATA TYPE varchar(255);

-- accrete:step 2 autocommit member_club: mend references to club
INSERT INTO club (id, name, seats)
    SELECT id, '', 0 FROM (SELECT DISTINCT member_club.club_id AS id FROM member_club
    WHERE member_club.club_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM club r WHERE r.id = member_club.club_id)) k;

-- accrete:step 3 autocommit member_club: add foreign key member_club_club_id_fkey
ALTER TABLE member_club ADD CONSTRAINT member_club_club_id_fkey FOREIGN KEY (club_id) REFERENCES club (id);

-- accrete:step 4 autocommit member_club: add foreign key member_club_member_id_fkey
ALTER TABLE member_club ADD CONSTRAINT member_club_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id);

-- accrete:step 5 autocommit club.seats: drop column
ALTER TABLE club DROP COLUMN IF EXISTS seats;
