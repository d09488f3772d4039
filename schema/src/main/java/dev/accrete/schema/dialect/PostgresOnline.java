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

/**
 * Sequences of steps that change a PostgreSQL table while an application works with it.
 *
 * <p>Whoever waits for a strong lock makes everybody behind him wait, so the wait must be short; and a short wait alone
 * never gets past a running autovacuum, which yields after a second ({@code deadlock_timeout}). Therefore a step first
 * takes a lock that disturbs nobody but sends autovacuum away, with patience, and then the strong one, with little. What
 * reads all rows runs in a later transaction under a weak lock; what builds an index runs outside transactions; what changes
 * rows goes through {@link PostgresBatches}.
 */
final class PostgresOnline {

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
        steps.add(PostgresBatches.backfill(table, column, expression));
        steps.addAll(setNotNull(
                table.name(),
                column,
                List.of(PostgresBatches.backfill(table, column, expression, "fill in rows written meanwhile"))));
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
}
