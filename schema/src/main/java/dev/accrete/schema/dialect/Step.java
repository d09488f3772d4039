package dev.accrete.schema.dialect;

import dev.accrete.schema.model.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Statements that share one transaction, or that each run outside any.
 *
 * @param mode how they are run
 * @param statements in order, without a semicolon at the end; not empty
 * @param locks on tables that exist already; empty if the step touches new things alone
 * @param index the index that is built online, so that an invalid one left by a failed build is dropped first
 * @param text for people: {@code users.avatar_url: add column}
 */
public record Step(
        StepMode mode, List<String> statements, List<TableLock> locks, Optional<QualifiedName> index, String text) {

    public Step {
        Objects.requireNonNull(mode, "mode");
        statements = List.copyOf(statements);
        locks = List.copyOf(locks);
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(text, "text");
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("a step has a statement: " + text);
        }
    }

    /** A step in a transaction. */
    public static Step transaction(String text, List<TableLock> locks, List<String> statements) {
        return new Step(StepMode.TRANSACTION, statements, locks, Optional.empty(), text);
    }

    /** A step outside transactions. */
    public static Step autocommit(String text, List<TableLock> locks, List<String> statements) {
        return new Step(StepMode.AUTOCOMMIT, statements, locks, Optional.empty(), text);
    }

    /** The tables on which a strong lock is taken, sorted, for the marker's {@code locks=}. */
    public List<QualifiedName> stronglyLocked() {
        return locks.stream()
                .filter(lock -> lock.strength().isStrong())
                .map(TableLock::table)
                .distinct()
                .sorted()
                .toList();
    }
}
