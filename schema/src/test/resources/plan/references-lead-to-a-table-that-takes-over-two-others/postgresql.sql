-- accrete:migration V0002 case postgresql
-- accrete:model 1:9ab17e586323e0878b46a4ee20ef814c
-- accrete:verdict breaking
--
-- Changes
--   holder        fill with (id, sort) select id, 'F' from firm where not exists (select 1 from holder c where c.id = firm.id) union all select id, 'P' from person where not exists (select 1 from holder c where c.id = person.id) and not exists (select 1 from firm c where c.id = person.id)   Holder
--   holder.sort   add column varchar(31) not null, existing rows: 'H'            Holder.sort
--   account       add foreign key account_holder_id_fkey (holder_id) to holder   Account
--   firm          add foreign key firm_id_fkey (id) to holder                    Firm
--   person        add foreign key person_id_fkey (id) to holder                  Person
-- Locks
--   account       SHARE ROW EXCLUSIVE, instant
--   account       SHARE UPDATE EXCLUSIVE, scan
--   firm          SHARE ROW EXCLUSIVE, instant
--   firm          SHARE UPDATE EXCLUSIVE, scan
--   holder        ACCESS EXCLUSIVE, instant
--   person        SHARE ROW EXCLUSIVE, instant
--   person        SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] holder: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] holder.sort: inserts of the running version leave the new column out and fail
--   [ACC-H205] account: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] account: no index starts with [holder_id], so each delete of a referenced row reads the whole table
--   [ACC-H205] firm: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] firm: the running version fails when it writes rows, for it writes none of the same key to holder
--   [ACC-H205] person: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H214] person: the running version fails when it writes rows, for it writes none of the same key to holder
-- Rows that stop this
--   holder: the same id in rows that it takes over and in rows that it has
--     SELECT id, count(*) FROM (SELECT id FROM holder UNION ALL SELECT id FROM (select id, 'F' from firm where not exists (select 1 from holder c where c.id = firm.id) union all select id, 'P' from person where not exists (select 1 from holder c where c.id = person.id) and not exists (select 1 from firm c where c.id = person.id)) taken(id, sort)) found GROUP BY id HAVING count(*) > 1;
--   account: references to rows of holder that are not there
--     SELECT * FROM account c WHERE c.holder_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM (SELECT id FROM (select id, 'F' from firm where not exists (select 1 from holder c where c.id = firm.id) union all select id, 'P' from person where not exists (select 1 from holder c where c.id = person.id) and not exists (select 1 from firm c where c.id = person.id)) taken(id, sort) UNION ALL SELECT id FROM holder) p (id) WHERE p.id = c.holder_id);
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 transaction locks=holder holder.sort: add column
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE holder IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE holder ADD COLUMN sort varchar(31) DEFAULT 'H' NOT NULL;
ALTER TABLE holder ALTER COLUMN sort DROP DEFAULT;
COMMIT;

-- accrete:step 2 transaction holder: take over rows
BEGIN;
SET LOCAL statement_timeout = 0;
INSERT INTO holder (id, sort) select id, 'F' from firm where not exists (select 1 from holder c where c.id = firm.id) union all select id, 'P' from person where not exists (select 1 from holder c where c.id = person.id) and not exists (select 1 from firm c where c.id = person.id);
COMMIT;

-- accrete:step 3 transaction locks=account,holder account: add foreign key account_holder_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account, holder IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE account ADD CONSTRAINT account_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) NOT VALID;
COMMIT;

-- accrete:step 4 transaction account: validate account_holder_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE account VALIDATE CONSTRAINT account_holder_id_fkey;
COMMIT;

-- accrete:step 5 transaction locks=firm,holder firm: add foreign key firm_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE firm, holder IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE firm ADD CONSTRAINT firm_id_fkey FOREIGN KEY (id) REFERENCES holder (id) NOT VALID;
COMMIT;

-- accrete:step 6 transaction firm: validate firm_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE firm VALIDATE CONSTRAINT firm_id_fkey;
COMMIT;

-- accrete:step 7 transaction locks=holder,person person: add foreign key person_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE holder, person IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE person ADD CONSTRAINT person_id_fkey FOREIGN KEY (id) REFERENCES holder (id) NOT VALID;
COMMIT;

-- accrete:step 8 transaction person: validate person_id_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE person VALIDATE CONSTRAINT person_id_fkey;
COMMIT;
