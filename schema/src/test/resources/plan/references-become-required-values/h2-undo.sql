-- accrete:undo V0002 case h2
-- accrete:model 1:30a3e30831b28199889a980bf40e83de
-- accrete:verdict compatible
--
-- Changes
--   letter             drop primary key letter_pkey (id, folder_id)                         Letter
--   letter.folder_id   drop not null                                                        Letter.folderId
--   letter.answer_id   drop not null                                                        Letter.answerId
--   letter             add primary key letter_pkey (id)                                     Letter
--   letter             empty the references that letter_folder_id_yr_fkey misses            Letter
--   letter             add foreign key letter_folder_id_yr_fkey (folder_id, yr) to folder   Letter
--   letter             empty the references that letter_answer_id_fkey misses               Letter
--   letter             add foreign key letter_answer_id_fkey (answer_id) to letter          Letter
-- Locks
--   letter             EXCLUSIVE, scan
-- Hazards
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
--   [ACC-H205] letter: the migration stops at references to rows that are not there, and a running version that writes some fails
-- Data that does not come back
--   letter: empty the references that letter_answer_id_fkey misses
--   letter: empty the references that letter_folder_id_yr_fkey misses
-- Rows that stop this
--   letter: the same values in id
--     SELECT id, count(*) FROM letter GROUP BY id HAVING count(*) > 1;
-- The application version of this migration keeps working while and after this runs, as long as it writes only what new constraints allow (ACC-H205).

-- accrete:step 1 autocommit letter: drop primary key letter_pkey
ALTER TABLE letter DROP CONSTRAINT IF EXISTS letter_pkey;

-- accrete:step 2 autocommit letter.answer_id: accept rows without a value
ALTER TABLE letter ALTER COLUMN answer_id DROP NOT NULL;

-- accrete:step 3 autocommit letter.folder_id: accept rows without a value
ALTER TABLE letter ALTER COLUMN folder_id DROP NOT NULL;

-- accrete:step 4 autocommit letter: add primary key
ALTER TABLE letter ADD CONSTRAINT letter_pkey PRIMARY KEY (id);

-- accrete:step 5 autocommit letter: mend references to letter
UPDATE letter SET answer_id = NULL
    WHERE letter.answer_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM letter r WHERE r.id = letter.answer_id);

-- accrete:step 6 autocommit letter: mend references to folder
UPDATE letter SET folder_id = NULL, yr = yr
    WHERE letter.folder_id IS NOT NULL AND letter.yr IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM folder r WHERE r.id = letter.folder_id AND r.yr = letter.yr);

-- accrete:step 7 autocommit letter: add foreign key letter_answer_id_fkey
ALTER TABLE letter ADD CONSTRAINT letter_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES letter (id);

-- accrete:step 8 autocommit letter: add foreign key letter_folder_id_yr_fkey
ALTER TABLE letter ADD CONSTRAINT letter_folder_id_yr_fkey FOREIGN KEY (folder_id, yr) REFERENCES folder (id, yr);
