-- accrete:undo V0002 case postgresql
-- accrete:model 1:4d1709fdc745e4dc90777a5365e982fa
-- accrete:verdict compatible
--
-- Changes
--   orders   drop foreign key orders_user_code_fkey (user_code) to users   Orders
--   users    drop primary key users_pkey (code)                            Users
--   users    add primary key users_pkey (id)                               Users
--   users    add unique constraint users_code_key (code)                   Users
--   orders   add foreign key orders_user_code_fkey (user_code) to users    Orders
-- Locks
--   orders   ACCESS EXCLUSIVE, instant
--   orders   SHARE UPDATE EXCLUSIVE, scan
--   users    ACCESS EXCLUSIVE, instant
--   users    SHARE UPDATE EXCLUSIVE, scan
-- Hazards
--   none
-- Data that does not come back
--   none
-- Rows that stop this
--   users: the same values in id
--     SELECT id, count(*) FROM users GROUP BY id HAVING count(*) > 1;
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 transaction locks=orders,users orders: drop foreign key orders_user_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders DROP CONSTRAINT orders_user_code_fkey;
COMMIT;

-- accrete:step 2 autocommit index=users_code_key users: build index users_code_key online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY users_code_key ON users (code);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 3 transaction locks=users users: add unique key users_code_key
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE users ADD CONSTRAINT users_code_key UNIQUE USING INDEX users_code_key;
COMMIT;

-- accrete:step 4 autocommit index=users_id_new_idx users: build index users_id_new_idx online
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY users_id_new_idx ON users (id);
RESET statement_timeout;
RESET lock_timeout;

-- accrete:step 5 transaction locks=users users: change primary key users_pkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';

ALTER TABLE users DROP CONSTRAINT users_pkey,
    ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_id_new_idx;
COMMIT;

-- accrete:step 6 transaction locks=orders,users orders: add foreign key orders_user_code_fkey
BEGIN;
SET LOCAL statement_timeout = '30s';
SET LOCAL lock_timeout = '10s';
LOCK TABLE orders, users IN SHARE UPDATE EXCLUSIVE MODE;
SET LOCAL lock_timeout = '100ms';
ALTER TABLE orders ADD CONSTRAINT orders_user_code_fkey FOREIGN KEY (user_code) REFERENCES users (code) NOT VALID;
COMMIT;

-- accrete:step 7 transaction orders: validate orders_user_code_fkey
BEGIN;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0;
ALTER TABLE orders VALIDATE CONSTRAINT orders_user_code_fkey;
COMMIT;
