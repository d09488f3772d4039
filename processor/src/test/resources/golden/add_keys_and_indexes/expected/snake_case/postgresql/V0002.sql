-- accrete:migration V0002 draft postgresql
-- accrete:model 1:0f3ebbdd009687ab58ab80f797d9e208
-- accrete:verdict compatible
--
-- Changes
--   member.team_id   add column bigint                                       Member.team
--   member           add unique constraint member_email_key (email)          Member
--   member           add index ix_member_city (city)                         Member
--   member           add foreign key member_team_id_fkey (team_id) to team   Member
-- Locks
--   member           ACCESS EXCLUSIVE, instant
--   member           SHARE UPDATE EXCLUSIVE, scan
--   team             SHARE ROW EXCLUSIVE, instant
-- Hazards
--   [ACC-H205] member: the migration stops at duplicates, and a running version that writes some fails
--   [ACC-H401] member: no index starts with [team_id], so each delete of a referenced row reads the whole table
-- Rows that stop this
--   member: the same values in email
--     SELECT email, count(*) FROM member WHERE email IS NOT NULL GROUP BY email HAVING count(*) > 1;
-- The previous application version keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 transaction locks=member member.team_id: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD COLUMN team_id bigint;
COMMIT;

-- accrete:step 2 autocommit index=member_email_key member: build index member_email_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY member_email_key ON member (email);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=member member: add unique key member_email_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD CONSTRAINT member_email_key UNIQUE USING INDEX member_email_key;
COMMIT;

-- accrete:step 4 autocommit index=ix_member_city member: build index ix_member_city online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY ix_member_city ON member (city);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 5 transaction locks=member,team member: add foreign key member_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member, team IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD CONSTRAINT member_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id) NOT VALID;
COMMIT;

-- accrete:step 6 transaction member: validate member_team_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE member VALIDATE CONSTRAINT member_team_id_fkey;
COMMIT;
