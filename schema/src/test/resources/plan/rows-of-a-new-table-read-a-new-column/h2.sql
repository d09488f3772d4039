-- accrete:migration V0002 case h2
-- accrete:model 1:958cda7083acf5643df0bc1efacfea1e
-- accrete:verdict breaking
--
-- Changes
--   payment              drop primary key payment_pkey (nr)                                          Payment
--   transfer_seq         create sequence start 1 increment 50, past the ids in transfer.id
--   transfer             create table                                                                Transfer
--   transfer             fill with (id, payment_id) select row_number() over (order by item_id, label), (select min(id) from payment) from detail   Transfer
--   detail.transfer_id   add column bigint not null, existing rows: (select min(id) from transfer)   Detail.transferId
--   payment.id           add column bigint not null, existing rows: cast(nr as bigint) + 1000        Payment.id
--   payment              add primary key payment_pkey (id)                                           Payment
--   detail               add foreign key detail_transfer_id_fkey (transfer_id) to transfer           Detail
--   transfer             add foreign key transfer_payment_id_fkey (payment_id) to payment            Transfer
-- Locks
--   detail               EXCLUSIVE, rewrite
--   payment              EXCLUSIVE, rewrite
--   transfer             EXCLUSIVE, scan
-- Hazards
--   [ACC-H213] transfer: rows that the running version writes from now on where they have been until now are not taken over
--   [ACC-H203] detail.transfer_id: inserts of the running version leave the new column out and fail
--   [ACC-H203] payment.id: inserts of the running version leave the new column out and fail
-- Rows that stop this
--   transfer: rows that it takes over without a value, where none is found for them (no query finds them before)
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit payment: drop primary key payment_pkey
ALTER TABLE payment DROP CONSTRAINT IF EXISTS payment_pkey;

-- accrete:step 2 autocommit create transfer_seq, transfer
CREATE SEQUENCE transfer_seq START WITH 1 INCREMENT BY 50;

CREATE TABLE transfer (
    id bigint NOT NULL,
    payment_id bigint NOT NULL,
    CONSTRAINT transfer_pkey PRIMARY KEY (id)
);

-- accrete:step 3 autocommit payment.id: add column
ALTER TABLE payment ADD COLUMN id bigint;
UPDATE payment SET id = cast(nr as bigint) + 1000 WHERE id IS NULL;
ALTER TABLE payment ALTER COLUMN id SET NOT NULL;

-- accrete:step 4 transaction transfer: take over rows
BEGIN;
INSERT INTO transfer (id, payment_id) select row_number() over (order by item_id, label), (select min(id) from payment) from detail;
COMMIT;

-- accrete:step 5 autocommit detail.transfer_id: add column
ALTER TABLE detail ADD COLUMN transfer_id bigint;
UPDATE detail SET transfer_id = (select min(id) from transfer) WHERE transfer_id IS NULL;
ALTER TABLE detail ALTER COLUMN transfer_id SET NOT NULL;

-- accrete:step 6 autocommit payment: add primary key
ALTER TABLE payment ADD CONSTRAINT payment_pkey PRIMARY KEY (id);

-- accrete:step 7 autocommit detail: add foreign key detail_transfer_id_fkey
ALTER TABLE detail ADD CONSTRAINT detail_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES transfer (id);

-- accrete:step 8 autocommit transfer: add foreign key transfer_payment_id_fkey
ALTER TABLE transfer ADD CONSTRAINT transfer_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment (id);

-- accrete:step 9 autocommit transfer_seq: start past the ids in transfer
ALTER SEQUENCE transfer_seq RESTART WITH (SELECT CASE count(*) WHEN 0 THEN 1 ELSE greatest(1, max(id) + 51) END FROM transfer);
