package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.PostgresStatements.alterTable;
import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.dialect.TableLock.Length;
import dev.accrete.schema.dialect.TableLock.Strength;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.naming.ConstraintNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sequences of steps that change a PostgreSQL table while an application works with it.
 *
 * <p>Whoever waits for a strong lock makes everybody behind him wait, so the wait must be short; and a short wait alone
 * never gets past a running autovacuum, which yields after a second ({@code deadlock_timeout}). Therefore a step first
 * takes a lock that disturbs nobody but sends autovacuum away, with patience, and then the strong one, with little. What
 * reads all rows runs in a later transaction under a weak lock; what builds an index runs outside transactions.
 */
final class PostgresOnline {

    private static final int FIRST_BATCH_ROWS = 1_000;
    private static final int MOST_BATCH_ROWS = 50_000;

    /** Whoever waits for a row of a batch waits no longer. */
    private static final String BATCH_SECONDS = "0.04";

    private PostgresOnline() {}

    /** Statements under a strong lock that is held for an instant, alone in a transaction. */
    static Step instant(String text, QualifiedName table, String... statements) {
        return locked(text, Strength.ACCESS_EXCLUSIVE, Length.INSTANT, List.of(table), List.of(statements));
    }

    /** Statements under a strong lock on several tables, all taken before the first one is needed. */
    static Step locked(
            String text, Strength strength, Length length, List<QualifiedName> tables, List<String> statements) {
        List<QualifiedName> locked = tables.stream().distinct().sorted().toList();
        String names = locked.stream().map(SqlWriter::identifier).collect(Collectors.joining(", "));
        List<String> sql = new ArrayList<>();
        // Whatever is instant is that; if it is not, it rather fails than holds everybody up.
        sql.add("SET LOCAL statement_timeout = " + (length == Length.INSTANT ? "'30s'" : "0"));
        sql.add("SET LOCAL lock_timeout = '10s'");
        sql.add("LOCK TABLE " + names + " IN SHARE UPDATE EXCLUSIVE MODE");
        sql.add("SET LOCAL lock_timeout = '100ms'");
        sql.addAll(statements);
        return Step.transaction(
                text,
                locked.stream()
                        .map(table -> new TableLock(table, strength, length))
                        .toList(),
                sql);
    }

    /** Reads all rows under a lock that disturbs neither readers nor writers. */
    static Step validate(QualifiedName table, Name constraint) {
        return Step.transaction(
                table + ": validate " + constraint,
                List.of(new TableLock(table, Strength.SHARE_UPDATE_EXCLUSIVE, Length.SCAN)),
                List.of(
                        "SET LOCAL statement_timeout = 0",
                        "SET LOCAL lock_timeout = 0",
                        alterTable(table, PostgresStatements.validate(constraint))));
    }

    static List<Step> addCheck(QualifiedName table, CheckConstraint check) {
        return List.of(
                instant(
                        table + ": add check " + check.name(),
                        table,
                        alterTable(table, PostgresStatements.addNotValid(check))),
                validate(table, check.name()));
    }

    /** One ALTER, so that no row slips in between; the rows that exist are checked later. */
    static List<Step> replaceCheck(QualifiedName table, CheckConstraint before, CheckConstraint after) {
        return List.of(
                instant(
                        table + ": change check " + after.name(),
                        table,
                        alterTable(
                                table,
                                PostgresStatements.dropConstraint(before.name()),
                                PostgresStatements.addNotValid(after))),
                validate(table, after.name()));
    }

    /** Both tables are locked against writes for an instant; old rows are checked later. */
    static List<Step> addForeignKey(QualifiedName table, ForeignKey key) {
        return List.of(
                locked(
                        table + ": add foreign key " + key.name(),
                        Strength.SHARE_ROW_EXCLUSIVE,
                        Length.INSTANT,
                        List.of(table, key.referencedTable()),
                        List.of(alterTable(table, PostgresStatements.addNotValid(key)))),
                validate(table, key.name()));
    }

    /** Both constraints in one ALTER, so that no row slips in between. */
    static List<Step> replaceForeignKey(QualifiedName table, ForeignKey before, ForeignKey after) {
        return List.of(
                locked(
                        table + ": change foreign key " + after.name(),
                        Strength.ACCESS_EXCLUSIVE,
                        Length.INSTANT,
                        List.of(table, before.referencedTable(), after.referencedTable()),
                        List.of(alterTable(
                                table,
                                PostgresStatements.dropConstraint(before.name()),
                                PostgresStatements.addNotValid(after)))),
                validate(table, after.name()));
    }

    /** From a table without rows: nothing to validate, but the referenced table is locked against writes. */
    static Step addForeignKeyOfNewTable(QualifiedName table, ForeignKey key) {
        return locked(
                table + ": add foreign key " + key.name() + ", no rows to check yet",
                Strength.SHARE_ROW_EXCLUSIVE,
                Length.INSTANT,
                List.of(key.referencedTable()),
                List.of(alterTable(table, PostgresStatements.add(key))));
    }

    static Step dropForeignKey(QualifiedName table, ForeignKey key) {
        return locked(
                table + ": drop foreign key " + key.name(),
                Strength.ACCESS_EXCLUSIVE,
                Length.INSTANT,
                List.of(table, key.referencedTable()),
                List.of(alterTable(table, PostgresStatements.dropConstraint(key.name()))));
    }

    /**
     * Builds an index while writes go on.
     *
     * @implNote A timeout would leave an invalid index behind, so none applies; PostgreSQL manual, CREATE INDEX,
     *     "Building Indexes Concurrently".
     */
    private static Step indexOnline(String text, QualifiedName table, Name index, String statement) {
        return new Step(
                StepMode.AUTOCOMMIT,
                withoutTimeouts(statement),
                List.of(new TableLock(table, Strength.SHARE_UPDATE_EXCLUSIVE, Length.SCAN)),
                Optional.of(table.withName(index)),
                text);
    }

    private static List<String> withoutTimeouts(String statement) {
        return List.of(
                "SET statement_timeout = 0",
                "SET lock_timeout = 0",
                statement,
                "RESET statement_timeout",
                "RESET lock_timeout");
    }

    static Step addIndex(QualifiedName table, Index index) {
        return indexOnline(
                table + ": build index " + index.name() + " online",
                table,
                index.name(),
                PostgresStatements.createIndexOnline(table, index));
    }

    static Step dropIndex(QualifiedName table, Name index) {
        return Step.autocommit(
                table + ": drop index " + index,
                List.of(new TableLock(table, Strength.SHARE_UPDATE_EXCLUSIVE, Length.INSTANT)),
                withoutTimeouts(PostgresStatements.dropIndexOnline(table, index)));
    }

    static List<Step> addUniqueKey(QualifiedName table, UniqueKey key) {
        return List.of(
                uniqueIndex(table, key.name(), key.columns()),
                instant(
                        table + ": add unique key " + key.name(),
                        table,
                        alterTable(table, PostgresStatements.addUsingIndex(key, key.name()))));
    }

    static List<Step> addPrimaryKey(QualifiedName table, PrimaryKey key) {
        return List.of(
                uniqueIndex(table, key.name(), key.columns()),
                instant(
                        table + ": add primary key " + key.name(),
                        table,
                        alterTable(table, PostgresStatements.addUsingIndex(key, key.name()))));
    }

    /** Builds the index of the new key first; the old key goes in the same ALTER that brings the new one. */
    static List<Step> replacePrimaryKey(QualifiedName table, PrimaryKey before, PrimaryKey after) {
        Name index = before.name().equals(after.name()) ? unused(table, after.columns()) : after.name();
        return List.of(
                uniqueIndex(table, index, after.columns()),
                instant(
                        table + ": change primary key " + after.name(),
                        table,
                        alterTable(
                                table,
                                PostgresStatements.dropConstraint(before.name()),
                                PostgresStatements.addUsingIndex(after, index))));
    }

    /** As for a primary key. */
    static List<Step> replaceUniqueKey(QualifiedName table, UniqueKey before, UniqueKey after) {
        Name index = unused(table, after.columns());
        return List.of(
                uniqueIndex(table, index, after.columns()),
                instant(
                        table + ": change unique key " + after.name(),
                        table,
                        alterTable(
                                table,
                                PostgresStatements.dropConstraint(before.name()),
                                PostgresStatements.addUsingIndex(after, index))));
    }

    /** The old index serves queries until the new one is there. */
    static List<Step> replaceIndex(QualifiedName table, Index before, Index after) {
        Name name = unused(
                table,
                after.parts().stream().flatMap(part -> part.column().stream()).toList());
        return List.of(
                addIndex(table, new Index(name, after.parts(), after.unique(), after.options())),
                dropIndex(table, before.name()),
                renameIndex(table, name, after.name()));
    }

    static Step renameIndex(QualifiedName table, Name before, Name after) {
        return Step.transaction(
                table + ": rename index " + before + " to " + after,
                List.of(new TableLock(table, Strength.SHARE_UPDATE_EXCLUSIVE, Length.INSTANT)),
                List.of(PostgresStatements.renameIndex(table, before, after)));
    }

    /** A name for an index until it takes the place of another one. */
    private static Name unused(QualifiedName table, List<Name> columns) {
        return columns.isEmpty()
                ? ConstraintNames.temporary(table, table.name(), "new_idx")
                : ConstraintNames.temporary(table, columns.get(0), "new_idx");
    }

    static Step uniqueIndex(QualifiedName table, Name index, List<Name> columns) {
        return indexOnline(
                table + ": build index " + index + " online",
                table,
                index,
                PostgresStatements.createUniqueIndexOnline(table, index, columns));
    }

    /**
     * Makes a column NOT NULL without reading its rows under a strong lock: a validated check is proof enough.
     *
     * @implNote Source: PostgreSQL manual, ALTER TABLE, SET NOT NULL. The check goes in a statement of its own, because
     *     one ALTER drops before it looks for proof.
     */
    static List<Step> setNotNull(QualifiedName table, Name column) {
        return setNotNull(table, column, List.of());
    }

    /**
     * The same for a column whose rows get a value first. Rows may come in without one until the check refuses them, and a
     * key may be lower than those that were done already; so what has come in gets its value after that. The check is not
     * there from the beginning, since it would refuse every change of a row that has no value yet.
     */
    static List<Step> fillAndSetNotNull(Table table, Name column, String expression) {
        List<Step> steps = new ArrayList<>();
        steps.add(backfill(table, column, expression));
        steps.addAll(setNotNull(
                table.name(), column, List.of(backfill(table, column, expression, "fill in rows written meanwhile"))));
        return steps;
    }

    private static List<Step> setNotNull(QualifiedName table, Name column, List<Step> whenNoneComesIn) {
        Name proof = ConstraintNames.temporary(table, column, "present");
        CheckConstraint check = CheckConstraint.of(proof, identifier(column) + " IS NOT NULL");
        List<Step> steps = new ArrayList<>();
        steps.add(instant(
                table + "." + column + ": no new NULL",
                table,
                alterTable(table, PostgresStatements.addNotValid(check))));
        steps.addAll(whenNoneComesIn);
        steps.add(validate(table, proof));
        steps.add(instant(
                table + "." + column + ": set not null",
                table,
                alterTable(table, PostgresStatements.columnAction(column, "SET NOT NULL")),
                alterTable(table, PostgresStatements.dropConstraint(proof))));
        return steps;
    }

    /** Gives the rows that have no value in a column one. */
    static Step backfill(Table table, Name column, String expression) {
        return backfill(table, column, expression, "fill in rows that exist");
    }

    private static Step backfill(Table table, Name column, String expression, String text) {
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
     * large as can be done in {@value #BATCH_SECONDS} seconds on this machine, and one that meets a row which a transaction
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
                + "    batch_rows integer := " + FIRST_BATCH_ROWS + ";\n"
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
                + "            batch_rows := greatest(500, least(" + MOST_BATCH_ROWS + ", batch_rows * 2, batch_rows * "
                + BATCH_SECONDS + " / greatest(batch_seconds, 0.001)));\n"
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
