package dev.accrete.schema.dialect;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns values into SQL text: identifiers, literals, and conditions that a user wrote. The only place that quotes.
 *
 * <p>Both databases quote alike (SQL:2016, 5.2 and 5.3): a quote inside is doubled, and a backslash is a character like
 * any other. An unquoted name is written as it is, so that the database folds it as it folds Hibernate's.
 */
final class SqlWriter {

    private SqlWriter() {}

    static String identifier(Name name) {
        return name.quoted() ? '"' + name.text().replace("\"", "\"\"") + '"' : name.text();
    }

    static String identifier(QualifiedName name) {
        return name.schema().map(schema -> identifier(schema) + ".").orElse("") + identifier(name.name());
    }

    /** {@code (a, "B")}. */
    static String columnList(List<Name> columns) {
        return columns.stream().map(SqlWriter::identifier).collect(Collectors.joining(", ", "(", ")"));
    }

    static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** {@code ('A','B')}. */
    static String literalList(List<String> values) {
        return values.stream().map(SqlWriter::literal).collect(Collectors.joining(",", "(", ")"));
    }

    /** Conditions that must all hold, as one: {@code a > 0}, or {@code (a > 0) and (a < 9)}. */
    static String allOf(List<String> conditions) {
        return conditions.size() == 1
                ? conditions.get(0)
                : conditions.stream().collect(Collectors.joining(") and (", "(", ")"));
    }
}
