-- accrete:migration V0002 case h2
-- accrete:model 1:e740846d17a311b2e20e0d71225b66ec
-- accrete:verdict breaking
--
-- Changes
--   visitor_roles                  drop foreign key visitor_roles_visitor_login_fkey (visitor_login) to visitor    Visitor.roles
--   visitor                        drop primary key visitor_pkey (login)                                           Visitor
--   visitor_roles.visitor_number   add column varchar(20) not null, existing rows: (select p.number from visitor p where p.login = visitor_roles.visitor_login)   VisitorRoles.visitorNumber
--   visitor.login                  drop not null                                                                   Visitor.login
--   visitor.number                 set not null, existing rows: login                                              Visitor.number
--   visitor                        add primary key visitor_pkey (number)                                           Visitor
--   visitor_roles                  add foreign key visitor_roles_visitor_number_fkey (visitor_number) to visitor   Visitor.roles
--   visitor_roles.visitor_login    drop column                                                                     Visitor.roles
-- Locks
--   visitor                        EXCLUSIVE, scan
--   visitor_roles                  EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] visitor_roles.visitor_number: inserts of the running version leave the new column out and fail
--   [ACC-H501] visitor_roles.visitor_number: the table has no primary key to go along, so one statement fills in all rows
--   [ACC-H203] visitor.number: writes of the running version that leave the column empty fail
--   [ACC-H202] visitor_roles.visitor_login: the running version of the application still reads and writes the column
--   [ACC-H301] visitor_roles.visitor_login: its data is gone for good
-- Rows that stop this
--   visitor: the same values in number
--     SELECT number, count(*) FROM (SELECT coalesce(number, login) AS number FROM visitor) found GROUP BY number HAVING count(*) > 1;
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit visitor_roles: drop foreign key visitor_roles_visitor_login_fkey
ALTER TABLE visitor_roles DROP CONSTRAINT IF EXISTS visitor_roles_visitor_login_fkey;

-- accrete:step 2 autocommit visitor: drop primary key visitor_pkey
ALTER TABLE visitor DROP CONSTRAINT IF EXISTS visitor_pkey;

-- accrete:step 3 autocommit visitor.login: accept rows without a value
ALTER TABLE visitor ALTER COLUMN login DROP NOT NULL;

-- accrete:step 4 autocommit visitor.number: alter column
UPDATE visitor SET number = login WHERE number IS NULL;
ALTER TABLE visitor ALTER COLUMN number SET NOT NULL;

-- accrete:step 5 autocommit visitor_roles.visitor_number: add column
ALTER TABLE visitor_roles ADD COLUMN visitor_number varchar(20);
UPDATE visitor_roles SET visitor_number = (select p.number from visitor p where p.login = visitor_roles.visitor_login) WHERE visitor_number IS NULL;
ALTER TABLE visitor_roles ALTER COLUMN visitor_number SET NOT NULL;

-- accrete:step 6 autocommit visitor: add primary key
ALTER TABLE visitor ADD CONSTRAINT visitor_pkey PRIMARY KEY (number);

-- accrete:step 7 autocommit visitor_roles: add foreign key visitor_roles_visitor_number_fkey
ALTER TABLE visitor_roles ADD CONSTRAINT visitor_roles_visitor_number_fkey FOREIGN KEY (visitor_number) REFERENCES visitor (number);

-- accrete:step 8 autocommit visitor_roles.visitor_login: drop column
ALTER TABLE visitor_roles DROP COLUMN IF EXISTS visitor_login;
