-- accrete:migration V0002 case postgresql
-- accrete:model 1:d3bf270b6c2e0bd65f34c829abdf4d3e
-- accrete:verdict compatible
--
-- Changes
--   orders   drop foreign key orders_user_code_fkey (user_code) to users   Orders
--   users    drop unique constraint users_code_key (code)                  Users
--   users    drop primary key users_pkey (id)                              Users
--   users    add primary key users_pkey (code)                             Users
--   orders   add foreign key orders_user_code_fkey (user_code) to users    Orders
-- Locks
--   orders   ACCESS EXCLUSIVE, instant
--   orders   SHARE UPDATE EXCLUSIVE, scan
--   users    ACCESS EXCLUSIVE, instant
--   users    SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 transaction locks=orders,users orders: drop foreign key orders_user_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders DROP CONSTRAINT orders_user_code_fkey;
COMMIT;

-- accrete:step 2 autocommit index=users_code_new_idx users: build index users_code_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY users_code_new_idx ON users (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=users users: change primary key users_pkey; users: drop unique key users_code_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE users DROP CONSTRAINT users_pkey,
    ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_code_new_idx;

ALTER TABLE users DROP CONSTRAINT users_code_key;
COMMIT;

-- accrete:step 4 transaction locks=orders,users orders: add foreign key orders_user_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders ADD CONSTRAINT orders_user_code_fkey FOREIGN KEY (user_code) REFERENCES users (code) NOT VALID;
COMMIT;

-- accrete:step 5 transaction orders: validate orders_user_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE orders VALIDATE CONSTRAINT orders_user_code_fkey;
COMMIT;
