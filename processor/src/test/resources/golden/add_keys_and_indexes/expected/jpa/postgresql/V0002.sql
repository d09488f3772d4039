-- accrete:migration V0002 draft postgresql
-- accrete:model 1:0f3ebbdd009687ab58ab80f797d9e208
-- accrete:verdict compatible
--
-- Changes
--   Member.team_id   add column bigint                                       Member.team
--   Member           add unique constraint Member_email_key (email)          Member
--   Member           add index ix_member_city (city)                         Member
--   Member           add foreign key Member_team_id_fkey (team_id) to Team   Member
-- Locks
--   Member           ACCESS EXCLUSIVE, instant
--   Member           SHARE UPDATE EXCLUSIVE, scan
--   Team             SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H205] Member: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H401] Member: no index starts with [team_id], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   Member: the same values in email
--     SELECT email, count(*) FROM Member WHERE email IS NOT NULL GROUP BY email HAVING count(*) > 1;
-- The previous application version keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 transaction locks=Member Member.team_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Member ADD COLUMN team_id bigint;
COMMIT;

-- accrete:step 2 autocommit index=Member_email_key Member: build index Member_email_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY Member_email_key ON Member (email);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=Member Member: add unique key Member_email_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Member ADD CONSTRAINT Member_email_key UNIQUE USING INDEX Member_email_key;
COMMIT;

-- accrete:step 4 autocommit index=ix_member_city Member: build index ix_member_city online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY ix_member_city ON Member (city);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 5 transaction locks=Member,Team Member: add foreign key Member_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE Member, Team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE Member ADD CONSTRAINT Member_team_id_fkey FOREIGN KEY (team_id) REFERENCES Team (id) NOT VALID;
COMMIT;

-- accrete:step 6 transaction Member: validate Member_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE Member VALIDATE CONSTRAINT Member_team_id_fkey;
COMMIT;
