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

    private static final int BATCH_ROWS = 5_000;

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
                table + ": add foreign key " + key.name(),
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
                table + ": build index " + index.name(),
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
                table + ": build index " + index,
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
        Name proof = ConstraintNames.temporary(table, column, "present");
        CheckConstraint check = CheckConstraint.of(proof, identifier(column) + " IS NOT NULL");
        return List.of(
                instant(
                        table + "." + column + ": no new NULL",
                        table,
                        alterTable(table, PostgresStatements.addNotValid(check))),
                validate(table, proof),
                instant(
                        table + "." + column + ": set not null",
                        table,
                        alterTable(table, PostgresStatements.columnAction(column, "SET NOT NULL")),
                        alterTable(table, PostgresStatements.dropConstraint(proof))));
    }

    /** Gives the rows that have no value in a column one. */
    static Step backfill(Table table, Name column, String expression) {
        return update(
                table,
                table.name() + "." + column + ": fill in rows that exist",
                identifier(column) + " = " + expression,
                identifier(column) + " IS NULL");
    }

    /**
     * Changes the rows of a condition, {@value #BATCH_ROWS} at a time in the order of the primary key, each batch in a
     * transaction of its own. Rows that are changed don't fulfil the condition any more, so that it can run again.
     *
     * @param table the table as it is while this runs; without a primary key all rows are changed at once
     */
    static Step update(Table table, String text, String assignment, String condition) {
        String update = "UPDATE " + identifier(table.name()) + " SET " + assignment + " WHERE " + condition;
        String statement = table.primaryKey()
                .map(key -> batches(table.name(), key.columns(), update))
                .orElse(update);
        return Step.autocommit(
                text, List.of(), List.of("SET statement_timeout = 0", statement, "RESET statement_timeout"));
    }

    private static String batches(QualifiedName table, List<Name> key, String update) {
        String columns = key.stream().map(SqlWriter::identifier).collect(Collectors.joining(", "));
        String row = "(" + columns + ")";
        String low = variables("low", key);
        String high = variables("high", key);
        String declarations = Stream.of("low", "high")
                .flatMap(bound -> IntStream.range(0, key.size())
                        .mapToObj(i -> "    " + bound + "_" + (i + 1) + " " + identifier(table) + "."
                                + identifier(key.get(i)) + "%TYPE;\n"))
                .collect(Collectors.joining());
        String from = " FROM " + identifier(table);
        return "DO $accrete$\n"
                + "DECLARE\n"
                + declarations
                + "BEGIN\n"
                + "    SELECT " + columns + " INTO " + low + from + " ORDER BY " + columns + " LIMIT 1;\n"
                + "    LOOP\n"
                + "        SELECT " + columns + " INTO " + high + from + " WHERE " + row + " >= (" + low
                + ") ORDER BY " + columns + " OFFSET " + BATCH_ROWS + " LIMIT 1;\n"
                + "        IF NOT FOUND THEN\n"
                + "            " + update + " AND " + row + " >= (" + low + ");\n"
                + "            EXIT;\n"
                + "        END IF;\n"
                + "        " + update + " AND " + row + " >= (" + low + ") AND " + row + " < (" + high + ");\n"
                + "        COMMIT;\n"
                + "        PERFORM pg_sleep(0.02);\n"
                + IntStream.rangeClosed(1, key.size())
                        .mapToObj(i -> "        low_" + i + " := high_" + i + ";\n")
                        .collect(Collectors.joining())
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
