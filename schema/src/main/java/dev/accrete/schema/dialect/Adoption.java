package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.identifier;
import static dev.accrete.schema.dialect.SqlWriter.literal;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements that fail unless a table has the columns that the model wants, with their types and without NULL where the
 * model has none. A table of the same columns is made for a moment, so that the database itself says what their types
 * are. What else the table has is no business of ours.
 */
final class Adoption {

    private static final QualifiedName WANTED = QualifiedName.of(Name.of("accrete_wanted"));

    private Adoption() {}

    static List<String> onPostgres(Table table) {
        String columns = table.columns().stream()
                .map(column -> identifier(column.name()) + " " + PostgresStatements.typeName(column.type())
                        + (column.nullable() ? "" : " NOT NULL"))
                .collect(Collectors.joining(",\n    "));
        return List.of(
                "CREATE TEMPORARY TABLE " + identifier(WANTED) + " (\n    " + columns + "\n) ON COMMIT DROP",
                "DO $accrete$\n"
                        + "DECLARE\n"
                        + "    missing text;\n"
                        + "BEGIN\n"
                        + "    SELECT string_agg(w.attname || ' ' || format_type(w.atttypid, w.atttypmod)\n"
                        + "            || CASE WHEN w.attnotnull THEN ' not null' ELSE '' END, ', ' ORDER BY w.attnum)\n"
                        + "        INTO missing\n"
                        + "        FROM pg_attribute w LEFT JOIN pg_attribute t\n"
                        + "            ON t.attrelid = " + literal(identifier(table.name())) + "::regclass\n"
                        + "            AND t.attname = w.attname AND NOT t.attisdropped AND t.atttypid = w.atttypid\n"
                        + "            AND t.atttypmod = w.atttypmod AND t.attnotnull = w.attnotnull\n"
                        + "        WHERE w.attrelid = 'pg_temp." + identifier(WANTED) + "'::regclass\n"
                        + "            AND w.attnum > 0 AND t.attname IS NULL;\n"
                        + "    IF missing IS NOT NULL THEN\n"
                        + "        RAISE EXCEPTION '% does not have %', "
                        + literal(table.name().toString())
                        + ", missing\n"
                        + "            USING HINT = 'change the table or its mapping, so that it can be adopted';\n"
                        + "    END IF;\n"
                        + "END\n"
                        + "$accrete$");
    }

    /** H2 has no statement that raises an error, but tells what it can't convert. */
    static List<String> onH2(Table table) {
        String columns = table.columns().stream()
                .map(column -> identifier(column.name()) + " " + H2Statements.typeName(column.type())
                        + (column.nullable() ? "" : " NOT NULL"))
                .collect(Collectors.joining(",\n    "));
        String type = "data_type_sql(%1$s.table_schema, %1$s.table_name, 'TABLE', %1$s.dtd_identifier)";
        return List.of(
                "DROP TABLE IF EXISTS " + identifier(WANTED),
                "CREATE TABLE " + identifier(WANTED) + " (\n    " + columns + "\n)",
                "SELECT CAST(" + literal(table.name() + " does not have ") + " || listagg(w.column_name || ' ' || "
                        + type.formatted("w") + " || CASE w.is_nullable WHEN 'NO' THEN ' not null' ELSE '' END, ', ')"
                        + " AS integer)\n"
                        + "    FROM information_schema.columns w LEFT JOIN information_schema.columns t\n"
                        + "        ON t.table_schema = " + H2Statements.schemaOf(table.name())
                        + " AND t.table_name = "
                        + H2Statements.catalogName(table.name().name())
                        + " AND t.column_name = w.column_name\n"
                        + "        AND " + type.formatted("t") + " = " + type.formatted("w")
                        + " AND t.is_nullable = w.is_nullable\n"
                        + "    WHERE w.table_schema = current_schema AND w.table_name = "
                        + H2Statements.catalogName(WANTED.name())
                        + " AND t.column_name IS NULL\n"
                        + "    HAVING count(*) > 0",
                "DROP TABLE " + identifier(WANTED));
    }
}
