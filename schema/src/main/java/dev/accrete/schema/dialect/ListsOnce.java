package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.naming.ConstraintNames;
import dev.accrete.schema.sql.SqlLists;
import java.util.ArrayList;
import java.util.List;

/**
 * An expression that finds something in numbered lists, which are the same for all rows: they are computed once, into tables of
 * the session with an index on each column by which something is found. Databases compute them anew for each row.
 */
final class ListsOnce {

    private final ValuesOverRows.Session session;
    private final Table table;
    private final Name column;
    private final String expression;
    private final List<SqlLists.Numbered> lists;

    ListsOnce(ValuesOverRows.Session session, Table table, Name column, String expression) {
        this.session = session;
        this.table = table;
        this.column = column;
        this.expression = expression;
        this.lists = SqlLists.of(expression, table.name().name());
    }

    /** What comes before; empty if the expression has no such list. */
    List<String> compute() {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            if (session.mayBeLeft()) {
                statements.add(discard(i));
            }
            statements.add(session.create() + identifier(name(i)) + " AS\n    "
                    + lists.get(i).query().strip());
            for (String found : lists.get(i).columns()) {
                Name index = ConstraintNames.temporary(
                        table.name(),
                        column,
                        "list" + (i + 1) + "_" + Name.parse(found).text());
                statements.add(
                        "CREATE INDEX IF NOT EXISTS " + identifier(index) + " ON " + list(i) + " (" + found + ")");
            }
        }
        return statements;
    }

    /** The expression over what has been computed. */
    String value() {
        StringBuilder sql = new StringBuilder(expression);
        for (int i = lists.size() - 1; i >= 0; i--) {
            sql.replace(lists.get(i).start(), lists.get(i).end(), list(i));
        }
        return sql.toString();
    }

    /** What comes after. */
    List<String> discard() {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            statements.add(discard(i));
        }
        return statements;
    }

    private String discard(int i) {
        return "DROP TABLE IF EXISTS " + list(i);
    }

    private String list(int i) {
        return session.schema() + identifier(name(i));
    }

    private Name name(int i) {
        return ConstraintNames.temporary(table.name(), column, "list" + (i + 1));
    }
}
