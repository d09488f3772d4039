package dev.accrete.schema.inspect;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads PostgreSQL's catalog (12 and newer) with one query per kind of object.
 *
 * @implNote Source: PostgreSQL manual, chapter System Catalogs. Objects that belong to an extension are left out.
 */
public final class PostgresInspector implements DatabaseInspector {

    /**
     * The schemas that are asked for: the parameter is an array, empty for all but the system's own. The session's temporary
     * schema is looked at if it is named.
     */
    private static final String IN_SCOPE = """
             (n.nspname !~ '^pg_' or n.oid = pg_my_temp_schema()) and n.nspname <> 'information_schema'
             and (cardinality(?::text[]) = 0 and n.nspname !~ '^pg_' or n.nspname = any(?::text[]))
            """;

    private static final String NOT_OF_AN_EXTENSION = """
             not exists (select 1 from pg_depend x
                         where x.objid = o.oid and x.classid = o.tableoid and x.deptype = 'e')
            """;

    private static final String TABLES = """
            select o.oid, n.nspname, o.relname, obj_description(o.oid, 'pg_class') as comment
            from pg_class o join pg_namespace n on n.oid = o.relnamespace
            where o.relkind in ('r', 'p') and %s and %s
            """.formatted(NOT_OF_AN_EXTENSION, IN_SCOPE);

    private static final String COLUMNS = """
            select a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull,
                   pg_get_expr(d.adbin, d.adrelid) as expression, a.attidentity, a.attgenerated,
                   s.seqstart, s.seqincrement, col_description(a.attrelid, a.attnum) as comment,
                   case when a.attcollation <> t.typcollation then l.collname end as collation
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
            join pg_namespace n on n.oid = c.relnamespace
            join pg_type t on t.oid = a.atttypid
            left join pg_collation l on l.oid = a.attcollation
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            left join pg_depend p on a.attidentity <> '' and p.refclassid = 'pg_class'::regclass
                 and p.refobjid = a.attrelid and p.refobjsubid = a.attnum
                 and p.classid = 'pg_class'::regclass and p.deptype = 'i'
            left join pg_sequence s on s.seqrelid = p.objid
            where a.attnum > 0 and not a.attisdropped and %s
            order by a.attrelid, a.attnum
            """.formatted(IN_SCOPE);

    /** NOT NULL constraints, which PostgreSQL 18 lists here as contype n, are read from the columns. */
    private static final String CONSTRAINTS = """
            select k.conrelid, k.conname, k.contype, k.condeferrable, k.condeferred, k.convalidated,
                   k.confdeltype, k.confupdtype, k.confmatchtype, fn.nspname as fschema, fc.relname as ftable,
                   array(select a.attname::text from unnest(k.conkey) with ordinality u(num, pos)
                         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num order by pos) as columns,
                   array(select a.attname::text from unnest(k.confkey) with ordinality u(num, pos)
                         join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num order by pos) as fcolumns,
                   case k.contype when 'c' then pg_get_expr(k.conbin, k.conrelid) end as condition,
                   coalesce(pg_get_indexdef(k.conindid) ilike '%%nulls not distinct%%', false) as nullsequal
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid and c.relkind in ('r', 'p')
            join pg_namespace n on n.oid = c.relnamespace
            left join pg_class fc on fc.oid = k.confrelid
            left join pg_namespace fn on fn.oid = fc.relnamespace
            where k.contype in ('p', 'u', 'f', 'c') and %s
            order by k.conrelid, k.conname
            """.formatted(IN_SCOPE);

    private static final String INDEXES = """
            select i.indrelid, x.relname, i.indisunique, i.indisvalid, m.amname,
                   pg_get_expr(i.indpred, i.indrelid) as predicate,
                   array(select pg_get_indexdef(i.indexrelid, k, true)
                                || case when i.indoption[k - 1] & 1 = 1 then ' desc' else '' end
                                || case i.indoption[k - 1] & 3 when 1 then ' nulls last' when 2 then ' nulls first'
                                   else '' end
                         from generate_series(1, i.indnkeyatts) k order by k) as parts,
                   array(select pg_get_indexdef(i.indexrelid, k, true)
                         from generate_series(i.indnkeyatts + 1, i.indnatts) k order by k) as included
            from pg_index i
            join pg_class x on x.oid = i.indexrelid
            join pg_am m on m.oid = x.relam
            join pg_class c on c.oid = i.indrelid and c.relkind in ('r', 'p')
            join pg_namespace n on n.oid = c.relnamespace
            where not exists (select 1 from pg_constraint k
                              where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')) and %s
            order by i.indrelid, x.relname
            """.formatted(IN_SCOPE);

    private static final String SEQUENCES = """
            select n.nspname, o.relname, format_type(s.seqtypid, null) as type, s.seqstart, s.seqincrement,
                   s.seqmin, s.seqmax, s.seqcache, s.seqcycle
            from pg_sequence s join pg_class o on o.oid = s.seqrelid join pg_namespace n on n.oid = o.relnamespace
            where %s and %s
              and not exists (select 1 from pg_depend d where d.objid = o.oid and d.classid = 'pg_class'::regclass
                                and d.deptype = 'i' and d.refclassid = 'pg_class'::regclass)
            order by n.nspname, o.relname
            """.formatted(NOT_OF_AN_EXTENSION, IN_SCOPE);

    private static final String VIEWS = """
            select n.nspname, o.relname, pg_get_viewdef(o.oid) as query
            from pg_class o join pg_namespace n on n.oid = o.relnamespace
            where o.relkind in ('v', 'm') and %s and %s
            order by n.nspname, o.relname
            """.formatted(NOT_OF_AN_EXTENSION, IN_SCOPE);

    /** Enumerations, domains and free-standing composite types; the row type that each table has is none of them. */
    private static final String TYPES = """
            select n.nspname, o.typname, case o.typtype
              when 'e' then 'enum (' || (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
                                         from pg_enum e where e.enumtypid = o.oid) || ')'
              when 'd' then 'domain ' || format_type(o.typbasetype, o.typtypmod)
                || coalesce(' default ' || o.typdefault, '') || case when o.typnotnull then ' not null' else '' end
                || coalesce((select string_agg(' ' || pg_get_constraintdef(k.oid), '' order by k.conname)
                             from pg_constraint k where k.contypid = o.oid and k.contype = 'c'), '')
              else '(' || coalesce((select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', '
                                                      order by a.attnum)
                                    from pg_attribute a where a.attrelid = o.typrelid and a.attnum > 0
                                      and not a.attisdropped), '') || ')'
              end as definition
            from pg_type o
            join pg_namespace n on n.oid = o.typnamespace
            left join pg_class c on c.oid = o.typrelid
            where (o.typtype in ('e', 'd') or o.typtype = 'c' and c.relkind = 'c') and %s and %s
            order by n.nspname, o.typname
            """.formatted(NOT_OF_AN_EXTENSION, IN_SCOPE);

    @Override
    public PhysicalSchema inspect(Connection connection, InspectionScope scope) throws SQLException {
        Array schemas = connection.createArrayOf("text", scope.schemas().toArray());
        Object[] twice = {schemas, schemas};
        Map<Long, TableParts> parts = new HashMap<>();
        Query.list(connection, TABLES, row -> parts.put(row.getLong("oid"), table(row)), twice);
        each(connection, COLUMNS, "attrelid", parts, (part, row) -> part.columns.add(column(row)), twice);
        each(connection, CONSTRAINTS, "conrelid", parts, PostgresInspector::constraint, twice);
        each(connection, INDEXES, "indrelid", parts, (part, row) -> part.indexes.add(index(row)), twice);

        List<PhysicalTable> tables = new ArrayList<>();
        for (TableParts part : parts.values()) {
            tables.add(part.table(scope.rows() ? Query.rows(connection, part.schema, part.name) : List.of()));
        }
        tables.sort(Comparator.comparing(PhysicalTable::schema).thenComparing(PhysicalTable::name));
        return new PhysicalSchema(
                tables,
                Query.list(connection, SEQUENCES, PostgresInspector::sequence, twice),
                Query.list(connection, VIEWS, PostgresInspector::view, twice),
                Query.list(connection, TYPES, PostgresInspector::type, twice));
    }

    private static TableParts table(ResultSet row) throws SQLException {
        return new TableParts(row.getString("nspname"), row.getString("relname"), Query.optional(row, "comment"));
    }

    private static PhysicalColumn column(ResultSet row) throws SQLException {
        Optional<String> expression = Query.optional(row, "expression");
        String generated = row.getString("attgenerated");
        String identity = row.getString("attidentity");
        return new PhysicalColumn(
                row.getString("attname"),
                row.getString("type"),
                !row.getBoolean("attnotnull"),
                generated.isEmpty() ? expression : Optional.empty(),
                identity.isEmpty()
                        ? Optional.empty()
                        : Optional.of((identity.equals("a") ? "always" : "by default") + " start "
                                + row.getLong("seqstart") + " increment " + row.getLong("seqincrement")),
                generated.isEmpty()
                        ? Optional.empty()
                        : expression.map(text -> text + (generated.equals("s") ? " stored" : " virtual")),
                Query.optional(row, "collation"),
                Query.optional(row, "comment"));
    }

    private static void constraint(TableParts part, ResultSet row) throws SQLException {
        String name = row.getString("conname");
        List<String> columns = texts(row, "columns");
        String options = (row.getBoolean("nullsequal") ? " nulls not distinct" : "")
                + (row.getBoolean("condeferrable") ? " deferrable" : "")
                + (row.getBoolean("condeferred") ? " initially deferred" : "")
                + (row.getBoolean("convalidated") ? "" : " not valid");
        switch (row.getString("contype")) {
            case "p" -> part.primaryKey = Optional.of(new PhysicalKey(name, columns, options.strip()));
            case "u" -> part.uniqueKeys.add(new PhysicalKey(name, columns, options.strip()));
            case "c" -> part.checks.add(new PhysicalCheck(name, row.getString("condition") + options));
            default ->
                part.foreignKeys.add(new PhysicalForeignKey(
                        name,
                        columns,
                        row.getString("fschema"),
                        row.getString("ftable"),
                        texts(row, "fcolumns"),
                        action(row.getString("confdeltype")),
                        action(row.getString("confupdtype")),
                        ((row.getString("confmatchtype").equals("f") ? "match full" : "") + options).strip()));
        }
    }

    private static String action(String code) {
        return switch (code) {
            case "a" -> "no action";
            case "r" -> "restrict";
            case "c" -> "cascade";
            case "n" -> "set null";
            case "d" -> "set default";
            default -> throw new IllegalStateException("PostgreSQL knows no referential action " + code);
        };
    }

    private static PhysicalIndex index(ResultSet row) throws SQLException {
        List<String> included = texts(row, "included");
        String method = row.getString("amname");
        String options = (method.equals("btree") ? "" : "using " + method)
                + (included.isEmpty() ? "" : " include (" + String.join(", ", included) + ")")
                + Query.optional(row, "predicate").map(text -> " where " + text).orElse("")
                + (row.getBoolean("indisvalid") ? "" : " invalid");
        return new PhysicalIndex(
                row.getString("relname"), texts(row, "parts"), row.getBoolean("indisunique"), options.strip());
    }

    private static PhysicalSequence sequence(ResultSet row) throws SQLException {
        return new PhysicalSequence(
                row.getString("nspname"),
                row.getString("relname"),
                row.getString("type"),
                row.getLong("seqstart"),
                row.getLong("seqincrement"),
                "minimum " + row.getLong("seqmin") + " maximum " + row.getLong("seqmax") + " cache "
                        + row.getLong("seqcache") + (row.getBoolean("seqcycle") ? " cycle" : ""));
    }

    private static PhysicalView view(ResultSet row) throws SQLException {
        return new PhysicalView(row.getString("nspname"), row.getString("relname"), row.getString("query"));
    }

    private static PhysicalType type(ResultSet row) throws SQLException {
        return new PhysicalType(
                row.getString("nspname"),
                row.getString("typname"),
                Query.optional(row, "definition").orElse("enum ()"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** Hands each row to the table it belongs to; rows of tables that are not read are skipped. */
    private static void each(
            Connection connection,
            String sql,
            String tableColumn,
            Map<Long, TableParts> parts,
            PartReader reader,
            Object... parameters)
            throws SQLException {
        Query.list(
                connection,
                sql,
                row -> {
                    TableParts part = parts.get(row.getLong(tableColumn));
                    if (part != null) {
                        reader.read(part, row);
                    }
                    return part == null ? "" : part.name;
                },
                parameters);
    }

    @FunctionalInterface
    private interface PartReader {
        void read(TableParts part, ResultSet row) throws SQLException;
    }
}
