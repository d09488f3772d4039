-- accrete:undo V0002 case h2
-- accrete:model 1:9506a1966e6f407541cc4b545bfdee25
-- accrete:verdict breaking
--
-- Changes
--   visitor_roles.visitor_login    add column varchar(20) not null, existing rows: coalesce((select p.login from visitor p where p.number = visitor_roles.visitor_number), (SELECT min(login) FROM visitor))   Visitor.roles
--   visitor_roles                  drop foreign key visitor_roles_visitor_number_fkey (visitor_number) to visitor   Visitor.roles
--   visitor                        drop primary key visitor_pkey (number)                                           Visitor
--   visitor.number                 drop not null                                                                    Visitor.number
--   visitor.login                  set not null, existing rows: ''                                                  Visitor.login
--   visitor_roles.visitor_number   drop column                                                                      VisitorRoles.visitorNumber
--   visitor                        add primary key visitor_pkey (login)                                             Visitor
--   visitor_roles                  add foreign key visitor_roles_visitor_login_fkey (visitor_login) to visitor      Visitor.roles
-- Locks
--   visitor                        EXCLUSIVE, scan
--   visitor_roles                  EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H203] visitor_roles.visitor_login: inserts of the running version leave the new column out and fail
--   [ACC-H501] visitor_roles.visitor_login: the table has no primary key to go along, so one statement fills in all rows
--   [ACC-H203] visitor.login: writes of the running version that leave the column empty fail
--   [ACC-H202] visitor_roles.visitor_number: the running version of the application still reads and writes the column
--   [ACC-H301] visitor_roles.visitor_number: its data is gone for good
-- Data that does not come back
--   visitor_roles.visitor_number: all values
--   visitor.login: rows without a value get ''
--   visitor_roles.visitor_login: the values that were dropped
-- Rows that stop this
--   visitor: the same values in login
--     SELECT login, count(*) FROM (SELECT coalesce(login, '') AS login FROM visitor) found GROUP BY login HAVING count(*) > 1;
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit visitor_roles: drop foreign key visitor_roles_visitor_number_fkey
ALTER TABLE visitor_roles DROP CONSTRAINT IF EXISTS visitor_roles_visitor_number_fkey;

-- accrete:step 2 autocommit visitor: drop primary key visitor_pkey
ALTER TABLE visitor DROP CONSTRAINT IF EXISTS visitor_pkey;

-- accrete:step 3 autocommit visitor.login: alter column
UPDATE visitor SET login = '' WHERE login IS NULL;
ALTER TABLE visitor ALTER COLUMN login SET NOT NULL;

-- accrete:step 4 autocommit visitor.number: accept rows without a value
ALTER TABLE visitor ALTER COLUMN number DROP NOT NULL;

-- accrete:step 5 autocommit visitor_roles.visitor_login: add column
ALTER TABLE visitor_roles ADD COLUMN visitor_login varchar(20);
UPDATE visitor_roles SET visitor_login = coalesce((select p.login from visitor p where p.number = visitor_roles.visitor_number), (SELECT min(login) FROM visitor)) WHERE visitor_login IS NULL;
ALTER TABLE visitor_roles ALTER COLUMN visitor_login SET NOT NULL;

-- accrete:step 6 autocommit visitor: add primary key
ALTER TABLE visitor ADD CONSTRAINT visitor_pkey PRIMARY KEY (login);

-- accrete:step 7 autocommit visitor_roles: add foreign key visitor_roles_visitor_login_fkey
ALTER TABLE visitor_roles ADD CONSTRAINT visitor_roles_visitor_login_fkey FOREIGN KEY (visitor_login) REFERENCES visitor (login);

-- accrete:step 8 autocommit visitor_roles.visitor_number: drop column
ALTER TABLE visitor_roles DROP COLUMN IF EXISTS visitor_number;
