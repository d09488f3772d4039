-- accrete:migration V0002 case h2
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
--   account             EXCLUSIVE, instant
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit account: drop foreign key account_holder_id_fkey
ALTER TABLE account DROP CONSTRAINT IF EXISTS account_holder_id_fkey;

-- accrete:step 2 autocommit create account_holder
CREATE TABLE account_holder (
    id bigint NOT NULL,
    holder_id bigint NOT NULL,
    CONSTRAINT account_holder_pkey PRIMARY KEY (id)
);

ALTER TABLE account_holder ADD CONSTRAINT account_holder_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id);
ALTER TABLE account_holder ADD CONSTRAINT account_holder_id_fkey FOREIGN KEY (id) REFERENCES account (id);
