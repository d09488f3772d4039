-- accrete:migration V0002 draft h2
-- accrete:model 1:0f3ebbdd009687ab58ab80f797d9e208
-- accrete:verdict compatible
--
-- Changes
--   Member.team_id   add column bigint                                       Member.team
--   Member           add unique constraint Member_email_key (email)          Member
--   Member           add index ix_member_city (city)                         Member
--   Member           add foreign key Member_team_id_fkey (team_id) to Team   Member
-- Locks
--   Member           EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H205] Member: the migration stops at duplicates, and a running version that writes some fails
-- Rows that stop this
--   Member: the same values in email
--     SELECT email, count(*) FROM Member WHERE email IS NOT NULL GROUP BY email HAVING count(*) > 1;
-- The previous application version keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 autocommit Member.team_id: add column
ALTER TABLE Member ADD COLUMN team_id bigint;

-- accrete:step 2 autocommit Member: add unique key Member_email_key
ALTER TABLE Member ADD CONSTRAINT Member_email_key UNIQUE (email);

-- accrete:step 3 autocommit Member: build index ix_member_city
CREATE INDEX ix_member_city ON Member (city);

-- accrete:step 4 autocommit Member: add foreign key Member_team_id_fkey
ALTER TABLE Member ADD CONSTRAINT Member_team_id_fkey FOREIGN KEY (team_id) REFERENCES Team (id);
