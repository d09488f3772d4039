-- accrete:undo V0002 case postgresql
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
--   club          ACCESS EXCLUSIVE, rewrite
--   member        SHARE ROW EXCLUSIVE, instant
--   member_club   SHARE ROW EXCLUSIVE, instant
--   member_club   SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H101] club.id: the new type writes every row anew, and nobody reads or writes the table meanwhile
--   [ACC-H204] club.id: the running version of the application may write values that no longer fit
--   [ACC-H210] club.id: a transaction that reads the column with a prepared statement fails once on each pooled connection (0A000, cached plan must not change result type)
--   [ACC-H202] club.seats: the running version of the application still reads and writes the column
--   [ACC-H301] club.seats: its data is gone for good
--   [ACC-H401] member_club: no index starts with [club_id], so each delete of a referenced row reads the whole table
-- Data that does not come back
--   member_club: add empty rows to club that member_club_club_id_fkey misses
--   club.seats: all values
--   club.id: what the conversion of its values left out
-- Rows that stop this
--   member_club: references to rows of member that are not there
--     SELECT * FROM member_club c WHERE NOT EXISTS (SELECT 1 FROM member p WHERE p.id = c.member_id);
-- Stop the application version of this migration before this runs.

-- accrete:step 1 transaction locks=club club.id: change type to varchar(255)
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '10s';
LOCK TABLE club IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE club ALTER COLUMN id TYPE varchar(255) USING id::varchar(255);
COMMIT;

-- accrete:step 2 autocommit member_club: mend references to club
SET statement_timeout = 0;

INSERT INTO club (id, name, seats)
    SELECT id, '', 0 FROM (SELECT DISTINCT member_club.club_id AS id FROM member_club
    WHERE member_club.club_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM club r WHERE r.id = member_club.club_id)) k;

RESET statement_timeout;

-- accrete:step 3 transaction locks=club,member_club member_club: add foreign key member_club_club_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE club, member_club IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member_club ADD CONSTRAINT member_club_club_id_fkey FOREIGN KEY (club_id) REFERENCES club (id) NOT VALID;
COMMIT;

-- accrete:step 4 transaction member_club: validate member_club_club_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE member_club VALIDATE CONSTRAINT member_club_club_id_fkey;
COMMIT;

-- accrete:step 5 transaction locks=member,member_club member_club: add foreign key member_club_member_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member, member_club IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member_club ADD CONSTRAINT member_club_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) NOT VALID;
COMMIT;

-- accrete:step 6 transaction member_club: validate member_club_member_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE member_club VALIDATE CONSTRAINT member_club_member_id_fkey;
COMMIT;

-- accrete:step 7 transaction locks=club club.seats: drop column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE club IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE club DROP COLUMN seats;
COMMIT;
