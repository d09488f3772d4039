package dev.accrete.runtime.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A migration's SQL for one dialect.
 *
 * @param fileName as given to {@link #parse}, for messages
 * @param version of the migration
 * @param description of the migration, as in the catalog; {@code draft} for a draft
 * @param dialect {@code h2} or {@code postgresql}
 * @param undo whether this takes the migration back
 * @param modelHash the hash of the model that the migration leads to; empty in hand-written scripts
 * @param verdict empty if the script does not say
 * @param environments where it runs; empty: everywhere
 * @param foreign the foreign objects that it changes on purpose
 * @param steps in order; empty if the script has no statement
 */
public record Script(
        String fileName,
        MigrationVersion version,
        String description,
        String dialect,
        boolean undo,
        Optional<String> modelHash,
        Optional<Verdict> verdict,
        Optional<String> squashes,
        List<String> environments,
        List<String> foreign,
        List<ScriptStep> steps) {

    public Script {
        environments = List.copyOf(environments);
        foreign = List.copyOf(foreign);
        steps = List.copyOf(steps);
    }

    /**
     * Reads a script.
     *
     * @param text any line ends
     * @param fileName a path or a name, for messages; if it is named like a script it must agree with the header
     * @throws FormatException if header, markers or SQL can't be read
     */
    public static Script parse(String text, String fileName) {
        return new ScriptParser(text, fileName).parse();
    }

    /** Whether Flyway must be told to run it outside a transaction, see {@link ResourceNames#conf}. */
    public boolean needsConf() {
        return steps.size() > 1 || !steps.isEmpty() && steps.get(0).mode() == StepMode.AUTOCOMMIT;
    }

    /** Whether it runs in an environment. */
    public boolean isFor(Optional<String> environment) {
        return isFor(environments, environment);
    }

    /** Whether a list of environments names this one, or none. */
    public static boolean isFor(List<String> environments, Optional<String> environment) {
        return environments.isEmpty() || environment.isPresent() && environments.contains(environment.get());
    }

    /**
     * The same script with one statement that does nothing; its checksum stays.
     *
     * @return empty if there is no such statement
     * @param step from 1
     * @param statement within the step, from 1
     */
    public Optional<Script> without(int step, int statement) {
        if (step < 1
                || step > steps.size()
                || statement < 1
                || statement > steps.get(step - 1).statements().size()) {
            return Optional.empty();
        }
        ScriptStep old = steps.get(step - 1);
        List<ScriptStatement> statements = new ArrayList<>(old.statements());
        ScriptStatement left = statements.get(statement - 1);
        statements.set(statement - 1, new ScriptStatement(left.line(), "", left.tokens()));
        List<ScriptStep> changed = new ArrayList<>(steps);
        changed.set(
                step - 1,
                new ScriptStep(step, old.mode(), old.locks(), old.index(), old.environments(), old.text(), statements));
        return Optional.of(with(changed));
    }

    /** The same header with nothing to do. */
    public Script withoutSteps() {
        return with(List.of());
    }

    private Script with(List<ScriptStep> otherSteps) {
        return new Script(
                fileName,
                version,
                description,
                dialect,
                undo,
                modelHash,
                verdict,
                squashes,
                environments,
                foreign,
                otherSteps);
    }
}
