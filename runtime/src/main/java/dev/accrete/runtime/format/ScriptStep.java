package dev.accrete.runtime.format;

import java.util.List;
import java.util.Optional;

/**
 * Statements that share one transaction, or that run one by one outside any.
 *
 * @param number from 1, in order
 * @param mode whether they share a transaction
 * @param locks the tables on which strong locks are taken, written as in SQL (quoted where needed); may be empty
 * @param index the index that is built online, written as in SQL
 * @param environments in which a Java step runs; empty: all
 * @param text what the step does, for people; may be empty
 * @param statements in order; may be empty; of a Java step one, whose text is the class's name. The {@code BEGIN} and {@code
 *     COMMIT} around a transactional step are not among them
 */
public record ScriptStep(
        int number,
        StepMode mode,
        List<String> locks,
        Optional<String> index,
        List<String> environments,
        String text,
        List<ScriptStatement> statements) {

    public ScriptStep {
        locks = List.copyOf(locks);
        environments = List.copyOf(environments);
        statements = List.copyOf(statements);
    }
}
