-- accrete:migration V0002 case postgresql
-- accrete:model 1:172460df88ca59e49d94977bf458d83f
-- accrete:verdict compatible
--
-- Changes
--   member.delegation_id   replace values, using (select p.id from delegation p where p.id = member.delegation_id and p.doc = member.doc)   Member.delegationId
--   member                 add foreign key member_delegation_id_doc_fkey (delegation_id, doc) to delegation   Member
-- Locks
--   delegation             SHARE ROW EXCLUSIVE, instant
--   member                 ACCESS EXCLUSIVE, instant
--   member                 SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] member: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H401] member: no index starts with [delegation_id, doc], so each delete of a referenced row reads the whole table
-- The previous application version keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 transaction locks=member member.delegation_id: add a column for its new values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD COLUMN member_delegation_id_next varchar(36);

CREATE FUNCTION member_delegation_id_sync() RETURNS trigger LANGUAGE plpgsql AS $accrete$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.doc IS NOT DISTINCT FROM OLD.doc AND NEW.delegation_id IS NOT DISTINCT FROM OLD.delegation_id THEN
        RETURN NEW;
    END IF;
    NEW.member_delegation_id_next := (SELECT (select p.id from delegation p where p.id = member.delegation_id and p.doc = member.doc) FROM (SELECT NEW.*) AS member);
    RETURN NEW;
END
$accrete$;

CREATE TRIGGER member_delegation_id_sync BEFORE INSERT OR UPDATE ON member FOR EACH ROW EXECUTE FUNCTION member_delegation_id_sync();
COMMIT;

-- accrete:step 2 autocommit member.delegation_id: convert rows that exist
SET statement_timeout = 0;

DO $accrete$
DECLARE
    low_1 member.doc%TYPE;
    low_2 member.id%TYPE;
    high_1 member.doc%TYPE;
    high_2 member.id%TYPE;
    batch_rows integer := 1000;
    batch_began timestamptz;
    batch_seconds numeric;
BEGIN
    SELECT doc, id INTO low_1, low_2 FROM member ORDER BY doc, id LIMIT 1;
    LOOP
        SELECT doc, id INTO high_1, high_2 FROM member WHERE (doc, id) >= (low_1, low_2) ORDER BY doc, id OFFSET batch_rows LIMIT 1;
        BEGIN
            batch_began := clock_timestamp();
            SET LOCAL lock_timeout = '100ms';
            IF high_1 IS NULL THEN
                UPDATE member SET member_delegation_id_next = (select p.id from delegation p where p.id = member.delegation_id and p.doc = member.doc) WHERE member_delegation_id_next IS NULL AND delegation_id IS NOT NULL AND (doc, id) >= (low_1, low_2);
                EXIT;
            END IF;
            UPDATE member SET member_delegation_id_next = (select p.id from delegation p where p.id = member.delegation_id and p.doc = member.doc) WHERE member_delegation_id_next IS NULL AND delegation_id IS NOT NULL AND (doc, id) >= (low_1, low_2) AND (doc, id) < (high_1, high_2);
            low_1 := high_1;
            low_2 := high_2;
            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);
            batch_rows := greatest(500, least(50000, batch_rows * 2, batch_rows * 0.04 / greatest(batch_seconds, 0.001)));
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            -- The application holds one of the rows: let go of the others, and try again.
            batch_rows := greatest(100, batch_rows / 2);
            PERFORM pg_sleep(0.5);
        END;
        COMMIT;
        PERFORM pg_sleep(0.02);
    END LOOP;
END
$accrete$;

RESET statement_timeout;

-- accrete:step 3 autocommit member.delegation_id: gather statistics
ANALYZE member (member_delegation_id_next);

-- accrete:step 4 transaction locks=member member.delegation_id: replace its values
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
DROP TRIGGER member_delegation_id_sync ON member;
DROP FUNCTION member_delegation_id_sync();
ALTER TABLE member DROP COLUMN delegation_id;
ALTER TABLE member RENAME COLUMN member_delegation_id_next TO delegation_id;
COMMIT;

-- accrete:step 5 transaction locks=delegation,member member: add foreign key member_delegation_id_doc_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE delegation, member IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE member ADD CONSTRAINT member_delegation_id_doc_fkey FOREIGN KEY (delegation_id, doc) REFERENCES delegation (id, doc) NOT VALID;
COMMIT;

-- accrete:step 6 transaction member: validate member_delegation_id_doc_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE member VALIDATE CONSTRAINT member_delegation_id_doc_fkey;
COMMIT;
