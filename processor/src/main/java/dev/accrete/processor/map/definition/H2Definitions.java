package dev.accrete.processor.map.definition;

import java.util.List;

/** What H2 lacks while its URL states no {@code MODE} of another database. */
final class H2Definitions {

    static final List<Lack> LACKS = List.of(
            Lack.identity("(?:small|big)?serial", "integer or bigint"),
            Lack.type("jsonb", "json"),
            Lack.type("datetime2?|smalldatetime", "timestamp"),
            Lack.type("timestamptz|datetimeoffset|timestamp with local time zone", "timestamp with time zone"),
            Lack.type("timetz", "time with time zone"),
            Lack.type("year|smallserial", "smallint"),
            Lack.type("money|smallmoney|currency", "numeric"),
            Lack.type("string|set|citext|ltree|inet|cidr|macaddr|tsvector|xml|xmltype|hstore|name", "varchar"),
            Lack.type("uniqueidentifier", "uuid"),
            Lack.type("oid", "bigint"),
            Lack.type("geography|point", "geometry"),
            Lack.type("bit varying|bit \\( \\d+ \\)", "boolean"),
            Lack.type("(?:int[48]|num|ts|tstz|date)range", "two columns"),
            Lack.type("\\w+(?: \\( [\\d ,]+ \\))? \\[ \\]", "a type and the word array"),
            Lack.size(
                    "(?:tiny|small|medium|big)?int|integer|int[248]|bool|boolean|real|double|double precision|date|uuid"),
            Lack.clause("unsigned|signed|zerofill", "leave it out"),
            Lack.clause("identity(?= \\()", "use @GeneratedValue(strategy = GenerationType.IDENTITY)"),
            Lack.clause("character set|charset|collate", "leave it out"),
            Lack.value(
                    "(?:sysdate|systimestamp|getdate|getutcdate|sysdatetime|utc_timestamp|statement_timestamp|clock_timestamp"
                            + "|transaction_timestamp)(?: \\( \\))?|timezone(?= \\()",
                    "current_timestamp"),
            Lack.value(
                    "(?:gen_random_uuid|uuid_generate_v4|uuidv7|newid|newsequentialid|sys_guid) \\( \\)",
                    "random_uuid()"),
            Lack.value("[\\w.]+\\.nextval", "nextval('...')"),
            Lack.value("b ''", "true or false"),
            UnquotedDefault.LACK);

    private H2Definitions() {}
}
