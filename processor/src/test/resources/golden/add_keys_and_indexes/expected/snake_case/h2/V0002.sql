-- accrete:migration V0002 draft h2
-- accrete:model 1:0f3ebbdd009687ab58ab80f797d9e208
-- accrete:verdict compatible
--
-- Changes
--   member.team_id   add column bigint                                       Member.team
--   member           add unique constraint member_email_key (email)          Member
--   member           add index ix_member_city (city)                         Member
--   member           add foreign key member_team_id_fkey (team_id) to team   Member
-- Locks
--   member           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H205] member: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   member: the same values in email
--     SELECT email, count(*) FROM member WHERE email IS NOT NULL GROUP BY email HAVING count(*) > 1;
-- The previous application version keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 autocommit member.team_id: add column
ALTER TABLE member ADD COLUMN team_id bigint;

-- accrete:step 2 autocommit member: add unique key member_email_key
ALTER TABLE member ADD CONSTRAINT member_email_key UNIQUE (email);

-- accrete:step 3 autocommit member: build index ix_member_city
CREATE INDEX ix_member_city ON member (city);

-- accrete:step 4 autocommit member: add foreign key member_team_id_fkey
ALTER TABLE member ADD CONSTRAINT member_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id);
