package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.columnList;
import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.naming.ConstraintNames;
import dev.accrete.schema.sql.SqlQueries;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values that say something of a row's place among the others, which no UPDATE takes: they are computed for all rows at once,
 * into a table of the session, where each row finds its own by its key, in one batch or in many.
 *
 * @param table as it is while this runs; where it has no primary key, the database's own address of a row stands for it
 * @param column that gets the values; where it is new, every row counts, whether it has its value by then or not
 */
record ValuesOverRows(Session session, Table table, Name column, String expression) {

    /** How a dialect has tables of the session, so that no other table can be meant and a script can run again. */
    enum Session {
        POSTGRESQL("CREATE TEMPORARY TABLE ", "pg_temp.", "ctid"),
        H2("CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS ", "", "_ROWID_");

        private final String create;
        private final String schema;
        private final Name address;

        Session(String create, String schema, String address) {
            this.create = create;
            this.schema = schema;
            this.address = Name.of(address);
        }

        String create() {
            return create;
        }

        String schema() {
            return schema;
        }

        /** Whether a run that died may have left a table that creating does not pass over. */
        boolean mayBeLeft() {
            return !schema.isEmpty();
        }
    }

    private static final String VALUE = "found";

    /** Whether an expression needs this. */
    static boolean isNeeded(String expression) {
        return SqlQueries.hasWindow(expression);
    }

    /** What comes before the update. */
    List<String> compute() {
        List<Name> key = key();
        String columns = IntStream.range(0, key.size())
                .mapToObj(i -> identifier(key.get(i)) + " AS " + keyPart(i))
                .collect(Collectors.joining(", "));
        String open = table.column(column).isPresent() ? "\n    WHERE " + identifier(column) + " IS NULL" : "";
        String create = session.create + identifier(name()) + " AS\n    SELECT " + columns + ", " + expression + " AS "
                + VALUE + "\n    FROM " + identifier(table.name()) + open;
        String index = "CREATE UNIQUE INDEX IF NOT EXISTS "
                + identifier(ConstraintNames.temporary(table.name(), column, "place"))
                + " ON " + values() + " "
                + columnList(IntStream.range(0, key.size())
                        .mapToObj(i -> Name.of(keyPart(i)))
                        .toList());
        return session.mayBeLeft() ? List.of(discard(), create, index) : List.of(create, index);
    }

    /** The value of a row, for the update. */
    String value() {
        List<Name> key = key();
        return "(SELECT v." + VALUE + " FROM " + values() + " v WHERE "
                + IntStream.range(0, key.size())
                        .mapToObj(i -> "v." + keyPart(i) + " = "
                                + identifier(table.name().name()) + "." + identifier(key.get(i)))
                        .collect(Collectors.joining(" AND "))
                + ")";
    }

    String discard() {
        return "DROP TABLE IF EXISTS " + values();
    }

    private String values() {
        return session.schema + identifier(name());
    }

    private List<Name> key() {
        return table.primaryKey().map(PrimaryKey::columns).orElseGet(() -> List.of(session.address));
    }

    private static String keyPart(int position) {
        return "key_" + (position + 1);
    }

    private Name name() {
        return ConstraintNames.temporary(table.name(), column, "values");
    }
}
