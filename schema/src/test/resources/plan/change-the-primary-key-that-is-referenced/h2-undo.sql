-- accrete:undo V0002 case h2
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
--   orders   EXCLUSIVE, scan
--   users    EXCLUSIVE, scan
-- Hazards
--   none
-- Data that does not come back
--   none
-- Rows that stop this
--   users: the same values in id
--     SELECT id, count(*) FROM users GROUP BY id HAVING count(*) > 1;
-- The application version of this migration keeps working while and after this runs.

-- accrete:step 1 autocommit orders: drop foreign key orders_user_code_fkey
ALTER TABLE orders DROP CONSTRAINT IF EXISTS orders_user_code_fkey;

-- accrete:step 2 autocommit users: drop primary key users_pkey
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_pkey;

-- accrete:step 3 autocommit users: add primary key
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (id);

-- accrete:step 4 autocommit users: add unique key users_code_key
ALTER TABLE users ADD CONSTRAINT users_code_key UNIQUE (code);

-- accrete:step 5 autocommit orders: add foreign key orders_user_code_fkey
ALTER TABLE orders ADD CONSTRAINT orders_user_code_fkey FOREIGN KEY (user_code) REFERENCES users (code);
