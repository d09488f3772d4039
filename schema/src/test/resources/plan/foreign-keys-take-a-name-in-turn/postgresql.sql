-- accrete:migration V0002 case postgresql
-- accrete:model 1:9ed894a21ccf798255042d66f93a277a
-- accrete:verdict compatible
--
-- Changes
--   account             drop foreign key account_holder_id_fkey (holder_id) to holder         Account
--   account_holder      create table                                                          Account.holder
--   account.holder_id   keep unmapped column                                                  Account
--   account_holder      add foreign key account_holder_holder_id_fkey (holder_id) to holder   Account.holder
--   account_holder      add foreign key account_holder_id_fkey (id) to account                Account.holder
-- Locks
--   account             ACCESS EXCLUSIVE, instant
--   holder              ACCESS EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction locks=account,holder account: drop foreign key account_holder_id_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account, holder IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE account DROP CONSTRAINT account_holder_id_fkey;
COMMIT;

-- accrete:step 2 transaction create account_holder, which nobody uses yet
BEGIN;
CREATE TABLE account_holder (
    id bigint NOT NULL,
    holder_id bigint NOT NULL,
    CONSTRAINT account_holder_pkey PRIMARY KEY (id)
);
COMMIT;

-- accrete:step 3 transaction locks=holder account_holder: add foreign key account_holder_holder_id_fkey, no rows to check yet
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE holder IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE account_holder ADD CONSTRAINT account_holder_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id);
COMMIT;

-- accrete:step 4 transaction locks=account account_holder: add foreign key account_holder_id_fkey, no rows to check yet
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE account IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE account_holder ADD CONSTRAINT account_holder_id_fkey FOREIGN KEY (id) REFERENCES account (id);
COMMIT;
