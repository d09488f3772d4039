package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.naming.ConstraintNames;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A trigger of PostgreSQL that keeps a copy of a column up to date while an application writes, until the copy takes its place.
 *
 * @param column the column that the copy will be
 * @param expression the copy's value; it speaks of columns of the row by their names
 * @param sources the columns that it speaks of, if it makes something else anew each time, a large object, or asks many rows:
 *     then it is only asked when one of them has changed
 */
record SyncTrigger(QualifiedName table, Name column, Name copy, String expression, List<Name> sources) {

    SyncTrigger(QualifiedName table, Name column, Name copy, String expression) {
        this(table, column, copy, expression, List.of());
    }

    /** The trigger works from the commit of these statements on; rows that exist are filled in later. */
    List<String> create() {
        return List.of(
                // The expression speaks of columns by their names, alone or after the table's, so it is a query over
                // the row.
                "CREATE FUNCTION " + function() + "() RETURNS trigger LANGUAGE plpgsql AS $accrete$\n"
                        + "BEGIN\n"
                        + unlessChanged()
                        + "    NEW." + identifier(copy) + " := (SELECT " + expression
                        + " FROM (SELECT NEW.*) AS " + identifier(table.name()) + ");\n"
                        + "    RETURN NEW;\n"
                        + "END\n"
                        + "$accrete$",
                "CREATE TRIGGER " + identifier(name()) + " BEFORE INSERT OR UPDATE ON " + identifier(table)
                        + " FOR EACH ROW EXECUTE FUNCTION " + function() + "()");
    }

    private String unlessChanged() {
        return sources.isEmpty()
                ? ""
                : "    IF TG_OP = 'UPDATE'"
                        + sources.stream()
                                .map(source -> " AND NEW." + identifier(source) + " IS NOT DISTINCT FROM OLD."
                                        + identifier(source))
                                .collect(Collectors.joining())
                        + " THEN\n        RETURN NEW;\n    END IF;\n";
    }

    List<String> drop() {
        return List.of(
                "DROP TRIGGER " + identifier(name()) + " ON " + identifier(table),
                "DROP FUNCTION " + function() + "()");
    }

    private Name name() {
        return ConstraintNames.temporary(table, column, "sync");
    }

    private String function() {
        return identifier(table.withName(name()));
    }
}
