-- accrete:migration V0002 case h2
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
--   orders   EXCLUSIVE, scan
--   users    EXCLUSIVE, scan
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit orders: drop foreign key orders_user_code_fkey
ALTER TABLE orders DROP CONSTRAINT IF EXISTS orders_user_code_fkey;

-- accrete:step 2 autocommit users: drop primary key users_pkey
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_pkey;

-- accrete:step 3 autocommit users: add primary key
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (code);

-- accrete:step 4 autocommit users: drop unique key users_code_key
ALTER TABLE users DROP CONSTRAINT IF EXISTS users_code_key;

-- accrete:step 5 autocommit orders: add foreign key orders_user_code_fkey
ALTER TABLE orders ADD CONSTRAINT orders_user_code_fkey FOREIGN KEY (user_code) REFERENCES users (code);
