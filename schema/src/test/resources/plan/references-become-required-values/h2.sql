-- accrete:migration V0002 case h2
-- accrete:model 1:d64ebedc7aef113c21c962d6097d2a7f
-- accrete:verdict breaking
--
-- Changes
--   letter             drop foreign key letter_answer_id_fkey (answer_id) to letter          Letter
--   letter             drop foreign key letter_folder_id_yr_fkey (folder_id, yr) to folder   Letter
--   letter             drop primary key letter_pkey (id)                                     Letter
--   letter.answer_id   set not null, existing rows: -1                                       Letter.answerId
--   letter.folder_id   set not null, existing rows: 'none-' || cast(id as varchar)           Letter.folderId
--   letter             add primary key letter_pkey (id, folder_id)                           Letter
-- Locks
--   letter             EXCLUSIVE, scan
-- Hazards
--   [ACC-H203] letter.answer_id: writes of the running version that leave the column empty fail
--   [ACC-H203] letter.folder_id: writes of the running version that leave the column empty fail
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit letter: drop foreign key letter_answer_id_fkey
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_answer_id_fkey;

-- accrete:step 2 autocommit letter: drop foreign key letter_folder_id_yr_fkey
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_folder_id_yr_fkey;

-- accrete:step 3 autocommit letter: drop primary key letter_pkey
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_pkey;

-- accrete:step 4 autocommit letter.answer_id: alter column
UPDATE letter SET answer_id = -1 WHERE answer_id IS NULL;
ALTER TABLE letter ALTER COLUMN answer_id SET NOT NULL;

-- accrete:step 5 autocommit letter.folder_id: alter column
UPDATE letter SET folder_id = 'none-' || cast(id as varchar) WHERE folder_id IS NULL;
ALTER TABLE letter ALTER COLUMN folder_id SET NOT NULL;

-- accrete:step 6 autocommit letter: add primary key
ALTER TABLE letter ADD CONSTRAINT letter_pkey PRIMARY KEY (id, folder_id);
