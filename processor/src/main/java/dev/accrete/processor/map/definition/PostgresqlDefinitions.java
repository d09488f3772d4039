package dev.accrete.processor.map.definition;

import java.util.List;

/** What PostgreSQL lacks; types of its extensions are not among it. */
final class PostgresqlDefinitions {

    static final List<Lack> LACKS = List.of(
            Lack.identity("(?:small|big)?serial", "integer or bigint"),
            Lack.type("(?:tiny|medium|long|n)text|n?clob", "text"),
            Lack.type("(?:tiny|medium|long)?blob|image|(?:long )?raw|(?:var)?binary", "bytea"),
            Lack.type("n?varchar2|nvarchar|varchar_ignorecase|string", "varchar"),
            Lack.type("varchar \\( max \\)", "text"),
            Lack.type("tinyint|year", "smallint"),
            Lack.type("mediumint", "integer"),
            Lack.type("double(?! precision )", "double precision"),
            Lack.type("number|smallmoney|currency", "numeric"),
            Lack.type("datetime2?|smalldatetime", "timestamp"),
            Lack.type("datetimeoffset|timestamp with local time zone", "timestamp with time zone"),
            Lack.type("enum|set", "varchar"),
            Lack.type("uniqueidentifier", "uuid"),
            Lack.type("xmltype", "xml"),
            Lack.size(
                    "(?:small|big)?int|integer|int[248]|text|bytea|bool|boolean|real|double precision|date|uuid|jsonb?"),
            Lack.clause("unsigned|signed|zerofill", "leave it out"),
            Lack.clause("auto_increment", "use @GeneratedValue(strategy = GenerationType.IDENTITY)"),
            Lack.clause("identity(?= \\()", "use @GeneratedValue(strategy = GenerationType.IDENTITY)"),
            Lack.clause("comment(?= '')", "use @Column(comment = \"...\") or @Comment"),
            Lack.clause("character set|charset", "leave it out"),
            Lack.clause("collate utf8\\w*", "leave it out"),
            Lack.clause("on update(?= current_timestamp| now)", "use @UpdateTimestamp"),
            Lack.value(
                    "(?:sysdate|systimestamp|getdate|getutcdate|sysdatetime|utc_timestamp|curtime)(?: \\( \\))?",
                    "current_timestamp"),
            Lack.value("(?:curdate|current_date) \\( \\)", "current_date"),
            Lack.value("current_timestamp \\( \\)|now \\( \\d+ \\)", "current_timestamp"),
            Lack.value("(?:uuid|random_uuid|newid|newsequentialid|sys_guid) \\( \\)", "gen_random_uuid()"),
            Lack.value("next value(?= for )|[\\w.]+\\.nextval", "nextval('...')"),
            Lack.value("bool|boolean", "[01]|b ''", "true or false"),
            Lack.value("bit", "[01]", "b'0' or b'1'"),
            Lack.value("(?:small|big)?int|integer|int[248]", "true|false", "0 or 1"),
            UnquotedDefault.LACK);

    private PostgresqlDefinitions() {}
}
