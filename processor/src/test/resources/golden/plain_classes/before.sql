-- What somebody else has put into the database.
CREATE TABLE countries (code varchar(2) NOT NULL PRIMARY KEY);
