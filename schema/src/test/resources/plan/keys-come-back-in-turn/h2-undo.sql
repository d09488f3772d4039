-- accrete:undo V0002 case h2
-- accrete:model 1:406f0cea0e7621d0ebaac239e71835a3
-- accrete:verdict breaking
--
-- Changes
--   shelf.since           change type from float(53) to date, using date '1970-01-01' + cast((select x.n from (select distinct o.since as k, dense_rank() over (order by o.since) as n from shelf o) x where x.k = shelf.since) as integer)   Shelf.since
--   review.paper_colour   change type from uuid to varchar(255), using case (select x.n from (select distinct o.colour as k, dense_rank() over (order by o.colour) as n from paper o) x where x.k = review.paper_colour) when 1 then 'RED' when 2 then 'GREEN' when 3 then 'BLUE' end   Review.paperColour
--   paper.colour          change type from uuid to enum('RED','GREEN','BLUE')[255], using case (select x.n from (select distinct o.colour as k, dense_rank() over (order by o.colour) as n from paper o) x where x.k = paper.colour) when 1 then 'RED' when 2 then 'GREEN' when 3 then 'BLUE' end   Paper.colour
-- Locks
--   paper                 EXCLUSIVE, rewrite
--   review                EXCLUSIVE, rewrite
--   shelf                 EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] shelf.since: the running version of the application may write values that no longer fit
--   [ACC-H204] review.paper_colour: the running version of the application may write values that no longer fit
--   [ACC-H204] paper.colour: the running version of the application may write values that no longer fit
-- Data that does not come back
--   paper.colour: what the conversion of its values left out
--   review.paper_colour: what the conversion of its values left out
--   shelf.since: what the conversion of its values left out
-- Rows that stop this
--   paper.colour: no value, where none is found for them (no query finds them before)
-- Stop the application version of this migration before this runs.

-- accrete:step 1 autocommit review: drop foreign key review_paper_fkey
ALTER TABLE review DROP CONSTRAINT IF EXISTS review_paper_fkey;

-- accrete:step 2 autocommit review.paper_colour: change type to varchar(255)
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS review_paper_colour_list1 AS
    select distinct o.colour as k, dense_rank() over (order by o.colour) as n from paper o;

CREATE INDEX IF NOT EXISTS review_paper_colour_list1_n ON review_paper_colour_list1 (n);
CREATE INDEX IF NOT EXISTS review_paper_colour_list1_k ON review_paper_colour_list1 (k);
CREATE DOMAIN IF NOT EXISTS review_paper_colour_type AS varchar(255);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'REVIEW' AND column_name = 'PAPER_COLOUR')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'REVIEW_PAPER_COLOUR_TYPE')
    THEN 'ALTER TABLE review ALTER COLUMN paper_colour SET DATA TYPE varchar(255) USING case (select x.n from review_paper_colour_list1 x where x.k = review.paper_colour) when 1 then ''RED'' when 2 then ''GREEN'' when 3 then ''BLUE'' end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS review_paper_colour_type;
DROP TABLE IF EXISTS review_paper_colour_list1;

-- accrete:step 3 autocommit paper.colour: change type to enum ('BLUE','GREEN','RED')
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS paper_colour_list1 AS
    select distinct o.colour as k, dense_rank() over (order by o.colour) as n from paper o;

CREATE INDEX IF NOT EXISTS paper_colour_list1_n ON paper_colour_list1 (n);
CREATE INDEX IF NOT EXISTS paper_colour_list1_k ON paper_colour_list1 (k);
CREATE DOMAIN IF NOT EXISTS paper_colour_type AS enum ('BLUE','GREEN','RED');

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'COLOUR')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_COLOUR_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN colour SET DATA TYPE enum (''BLUE'',''GREEN'',''RED'') USING case (select x.n from paper_colour_list1 x where x.k = paper.colour) when 1 then ''RED'' when 2 then ''GREEN'' when 3 then ''BLUE'' end'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_colour_type;
DROP TABLE IF EXISTS paper_colour_list1;

-- accrete:step 4 autocommit shelf.since: change type to date
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS shelf_since_list1 AS
    select distinct o.since as k, dense_rank() over (order by o.since) as n from shelf o;

CREATE INDEX IF NOT EXISTS shelf_since_list1_n ON shelf_since_list1 (n);
CREATE INDEX IF NOT EXISTS shelf_since_list1_k ON shelf_since_list1 (k);
CREATE DOMAIN IF NOT EXISTS shelf_since_type AS date;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SHELF' AND column_name = 'SINCE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SHELF_SINCE_TYPE')
    THEN 'ALTER TABLE shelf ALTER COLUMN since SET DATA TYPE date USING date ''1970-01-01'' + cast((select x.n from shelf_since_list1 x where x.k = shelf.since) as integer)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS shelf_since_type;
DROP TABLE IF EXISTS shelf_since_list1;

-- accrete:step 5 autocommit review: add foreign key review_paper_fkey
ALTER TABLE review ADD CONSTRAINT review_paper_fkey FOREIGN KEY (paper_area, paper_colour) REFERENCES paper (area, colour);
