-- accrete:migration V0002 case h2
-- accrete:model 1:b3cfbbf47f0390069139454003938065
-- accrete:verdict breaking
--
-- Changes
--   paper.colour          change type from enum('RED','GREEN','BLUE')[255] to uuid, using cast(lpad(cast((select x.n from (select distinct o.colour as k, dense_rank() over (order by o.colour) as n from paper o) x where x.k = paper.colour) as varchar), 32, '0') as uuid)   Paper.colour
--   review.paper_colour   change type from varchar(255) to uuid, using cast(lpad(cast((select x.n from (select distinct o.colour as k, dense_rank() over (order by o.colour) as n from paper o) x where x.k = review.paper_colour) as varchar), 32, '0') as uuid)   Review.paperColour
--   shelf.since           change type from date to float(53), using (select x.n from (select o.paper_id as k1, o.since as k2, row_number() over (order by o.paper_id, o.since) as n from shelf o) x where x.k1 = shelf.paper_id and x.k2 = shelf.since)   Shelf.since
-- Locks
--   paper                 EXCLUSIVE, rewrite
--   review                EXCLUSIVE, rewrite
--   shelf                 EXCLUSIVE, rewrite
-- Hazards
--   [ACC-H204] paper.colour: the running version of the application may write values that no longer fit
--   [ACC-H204] review.paper_colour: the running version of the application may write values that no longer fit
--   [ACC-H204] shelf.since: the running version of the application may write values that no longer fit
-- The previous application version does not keep working: stop it before this runs.

-- accrete:step 1 autocommit review: drop foreign key review_paper_fkey
ALTER TABLE review DROP CONSTRAINT IF EXISTS review_paper_fkey;

-- accrete:step 2 autocommit review.paper_colour: change type to uuid
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS review_paper_colour_list1 AS
    select distinct o.colour as k, dense_rank() over (order by o.colour) as n from paper o;

CREATE INDEX IF NOT EXISTS review_paper_colour_list1_n ON review_paper_colour_list1 (n);
CREATE INDEX IF NOT EXISTS review_paper_colour_list1_k ON review_paper_colour_list1 (k);
CREATE DOMAIN IF NOT EXISTS review_paper_colour_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'REVIEW' AND column_name = 'PAPER_COLOUR')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'REVIEW_PAPER_COLOUR_TYPE')
    THEN 'ALTER TABLE review ALTER COLUMN paper_colour SET DATA TYPE uuid USING cast(lpad(cast((select x.n from review_paper_colour_list1 x where x.k = review.paper_colour) as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS review_paper_colour_type;
DROP TABLE IF EXISTS review_paper_colour_list1;

-- accrete:step 3 autocommit paper.colour: change type to uuid
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS paper_colour_list1 AS
    select distinct o.colour as k, dense_rank() over (order by o.colour) as n from paper o;

CREATE INDEX IF NOT EXISTS paper_colour_list1_n ON paper_colour_list1 (n);
CREATE INDEX IF NOT EXISTS paper_colour_list1_k ON paper_colour_list1 (k);
CREATE DOMAIN IF NOT EXISTS paper_colour_type AS uuid;

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'PAPER' AND column_name = 'COLOUR')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'PAPER_COLOUR_TYPE')
    THEN 'ALTER TABLE paper ALTER COLUMN colour SET DATA TYPE uuid USING cast(lpad(cast((select x.n from paper_colour_list1 x where x.k = paper.colour) as varchar), 32, ''0'') as uuid)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS paper_colour_type;
DROP TABLE IF EXISTS paper_colour_list1;

-- accrete:step 4 autocommit shelf.since: change type to float(53)
CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS shelf_since_list1 AS
    select o.paper_id as k1, o.since as k2, row_number() over (order by o.paper_id, o.since) as n from shelf o;

CREATE INDEX IF NOT EXISTS shelf_since_list1_n ON shelf_since_list1 (n);
CREATE INDEX IF NOT EXISTS shelf_since_list1_k1 ON shelf_since_list1 (k1);
CREATE INDEX IF NOT EXISTS shelf_since_list1_k2 ON shelf_since_list1 (k2);
CREATE DOMAIN IF NOT EXISTS shelf_since_type AS float(53);

EXECUTE IMMEDIATE CASE WHEN (SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) FROM information_schema.columns
        WHERE table_schema = current_schema AND table_name = 'SHELF' AND column_name = 'SINCE')
    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) FROM information_schema.domains
        WHERE domain_schema = current_schema AND domain_name = 'SHELF_SINCE_TYPE')
    THEN 'ALTER TABLE shelf ALTER COLUMN since SET DATA TYPE float(53) USING (select x.n from shelf_since_list1 x where x.k1 = shelf.paper_id and x.k2 = shelf.since)'
    ELSE 'SET @accrete NULL' END;

DROP DOMAIN IF EXISTS shelf_since_type;
DROP TABLE IF EXISTS shelf_since_list1;

-- accrete:step 5 autocommit review: add foreign key review_paper_fkey
ALTER TABLE review ADD CONSTRAINT review_paper_fkey FOREIGN KEY (paper_area, paper_colour) REFERENCES paper (area, colour);
