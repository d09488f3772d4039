-- accrete:migration V0001 draft h2
-- accrete:model 1:4a543f10d4e668bb9118d7421adb6752
-- accrete:verdict compatible
--
-- Changes
--   "user"   create table                                                          User
--   "user"   add foreign key "user_invitedBy_id_fkey" ("invitedBy_id") to "user"   User
-- Locks
--   none
-- Hazards
--   none
-- The previous application version keeps working while and after this runs.

-- accrete:step 1 autocommit create "user"
CREATE TABLE "user" (
    id bigint NOT NULL,
    "Full Name" varchar(255),
    "invitedBy_id" bigint,
    CONSTRAINT user_pkey PRIMARY KEY (id)
);

ALTER TABLE "user" ADD CONSTRAINT "user_invitedBy_id_fkey" FOREIGN KEY ("invitedBy_id") REFERENCES "user" (id);
