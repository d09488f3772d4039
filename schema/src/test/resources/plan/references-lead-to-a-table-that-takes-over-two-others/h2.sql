-- accrete:migration V0002 case h2
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
--   account       EXCLUSIVE, scan
--   firm          EXCLUSIVE, scan
--   holder        EXCLUSIVE, rewrite
--   person        EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] holder: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] holder.sort: inserts of the running version leave the new column out and fail
--   [ACC-H205] account: the migration stops at references to rows that are not there, and a running version that writes some fails
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

-- accrete:step 1 autocommit holder.sort: add column
ALTER TABLE holder ADD COLUMN sort varchar(31);
UPDATE holder SET sort = 'H' WHERE sort IS NULL;
ALTER TABLE holder ALTER COLUMN sort SET NOT NULL;

-- accrete:step 2 transaction holder: take over rows
BEGIN;
INSERT INTO holder (id, sort) select id, 'F' from firm where not exists (select 1 from holder c where c.id = firm.id) union all select id, 'P' from person where not exists (select 1 from holder c where c.id = person.id) and not exists (select 1 from firm c where c.id = person.id);
COMMIT;

-- accrete:step 3 autocommit account: add foreign key account_holder_id_fkey
ALTER TABLE account ADD CONSTRAINT account_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id);

-- accrete:step 4 autocommit firm: add foreign key firm_id_fkey
ALTER TABLE firm ADD CONSTRAINT firm_id_fkey FOREIGN KEY (id) REFERENCES holder (id);

-- accrete:step 5 autocommit person: add foreign key person_id_fkey
ALTER TABLE person ADD CONSTRAINT person_id_fkey FOREIGN KEY (id) REFERENCES holder (id);
