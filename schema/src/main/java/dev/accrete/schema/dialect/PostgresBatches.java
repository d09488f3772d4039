package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Steps that change rows of a PostgreSQL table while an application works with it: batch by batch in the order of the
 * primary key, each batch in a transaction of its own.
 */
final class PostgresBatches {

    private static final int FIRST_ROWS = 1_000;
    private static final int MOST_ROWS = 50_000;

    /** Whoever waits for a row of a batch waits no longer. */
    private static final String SECONDS = "0.04";

    private PostgresBatches() {}

    /** Gives the rows that have no value in a column one. */
    static Step backfill(Table table, Name column, String expression) {
        return backfill(table, column, expression, "fill in rows that exist");
    }

    /** The same, called by what it is for. */
    static Step backfill(Table table, Name column, String expression, String text) {
        return update(
                table, table.name() + "." + column + ": " + text, column, expression, identifier(column) + " IS NULL");
    }

    /** The same as {@link #update(Table, String, String, String)} for one column, whose value may be computed over all rows. */
    static Step update(Table table, String text, Name column, String expression, String condition) {
        if (!ValuesOverRows.isNeeded(expression)) {
            ListsOnce lists = new ListsOnce(ValuesOverRows.Session.POSTGRESQL, table, column, expression);
            return update(
                    table,
                    text,
                    lists.compute(),
                    identifier(column) + " = " + lists.value(),
                    condition,
                    lists.discard());
        }
        ValuesOverRows values = new ValuesOverRows(ValuesOverRows.Session.POSTGRESQL, table, column, expression);
        return update(
                table,
                text,
                values.compute(),
                identifier(column) + " = " + values.value(),
                condition,
                List.of(values.discard()));
    }

    private static Step update(
            Table table, String text, List<String> before, String assignment, String condition, List<String> after) {
        List<String> statements = new ArrayList<>();
        statements.add("SET statement_timeout = 0");
        statements.addAll(before);
        statements.add(updateInBatches(table, assignment, condition));
        statements.addAll(after);
        statements.add("RESET statement_timeout");
        return Step.autocommit(text, List.of(), statements);
    }

    /**
     * Changes the rows of a condition batch by batch in the order of the primary key, each batch in a transaction of its
     * own. Rows that are changed don't fulfil the condition any more, so that it can run again.
     *
     * @param table the table as it is while this runs; without a primary key all rows are changed at once
     */
    static Step update(Table table, String text, String assignment, String condition) {
        return update(table, text, List.of(), assignment, condition, List.of());
    }

    private static String updateInBatches(Table table, String assignment, String condition) {
        String update = "UPDATE " + identifier(table.name()) + " SET " + assignment + " WHERE " + condition;
        return table.primaryKey()
                .map(key -> batches(table.name(), key.columns(), update))
                .orElse(update);
    }

    /**
     * A block that goes through the table in the order of its key.
     *
     * <p>Whoever wants to change a row that a batch has changed waits until the batch is committed. Therefore a batch is as
     * large as can be done in {@value #SECONDS} seconds on this machine, and one that meets a row which a transaction
     * of the application holds gives up its rows and tries again, instead of holding them as long as that transaction.
     *
     * @implNote Source: PostgreSQL manual, 43.8 Transaction Management: no COMMIT within a block that has an exception
     *     handler; therefore the handler has a block of its own.
     */
    private static String batches(QualifiedName table, List<Name> key, String update) {
        String columns = key.stream().map(SqlWriter::identifier).collect(Collectors.joining(", "));
        String row = key.size() == 1 ? columns : "(" + columns + ")";
        String low = variables("low", key);
        String high = variables("high", key);
        String fromLow = row + " >= " + (key.size() == 1 ? low : "(" + low + ")");
        String toHigh = row + " < " + (key.size() == 1 ? high : "(" + high + ")");
        String declarations = Stream.of("low", "high")
                .flatMap(bound -> IntStream.range(0, key.size())
                        .mapToObj(i -> "    " + bound + "_" + (i + 1) + " " + identifier(table) + "."
                                + identifier(key.get(i)) + "%TYPE;\n"))
                .collect(Collectors.joining());
        String from = " FROM " + identifier(table);
        return "DO $accrete$\n"
                + "DECLARE\n"
                + declarations
                + "    batch_rows integer := " + FIRST_ROWS + ";\n"
                + "    batch_began timestamptz;\n"
                + "    batch_seconds numeric;\n"
                + "BEGIN\n"
                + "    SELECT " + columns + " INTO " + low + from + " ORDER BY " + columns + " LIMIT 1;\n"
                + "    LOOP\n"
                + "        SELECT " + columns + " INTO " + high + from + " WHERE " + fromLow + " ORDER BY " + columns
                + " OFFSET batch_rows LIMIT 1;\n"
                + "        BEGIN\n"
                + "            batch_began := clock_timestamp();\n"
                + "            SET LOCAL lock_timeout = '100ms';\n"
                + "            IF high_1 IS NULL THEN\n"
                + "                " + update + " AND " + fromLow + ";\n"
                + "                EXIT;\n"
                + "            END IF;\n"
                + "            " + update + " AND " + fromLow + " AND " + toHigh + ";\n"
                + IntStream.rangeClosed(1, key.size())
                        .mapToObj(i -> "            low_" + i + " := high_" + i + ";\n")
                        .collect(Collectors.joining())
                + "            batch_seconds := extract(epoch FROM clock_timestamp() - batch_began);\n"
                + "            batch_rows := greatest(500, least(" + MOST_ROWS + ", batch_rows * 2, batch_rows * "
                + SECONDS + " / greatest(batch_seconds, 0.001)));\n"
                + "        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN\n"
                + "            -- The application holds one of the rows: let go of the others, and try again.\n"
                + "            batch_rows := greatest(100, batch_rows / 2);\n"
                + "            PERFORM pg_sleep(0.5);\n"
                + "        END;\n"
                + "        COMMIT;\n"
                + "        PERFORM pg_sleep(0.02);\n"
                + "    END LOOP;\n"
                + "END\n"
                + "$accrete$";
    }

    private static String variables(String bound, List<Name> key) {
        return IntStream.rangeClosed(1, key.size())
                .mapToObj(i -> bound + "_" + i)
                .collect(Collectors.joining(", "));
    }
}
