package dev.accrete.cli.database;

import dev.accrete.cli.review.ScriptChange;
import dev.accrete.cli.review.ScriptSummary;
import dev.accrete.runtime.MigrationStatus;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.format.StepMode;
import dev.accrete.runtime.format.Verdict;
import dev.accrete.runtime.history.AppliedMigration;
import dev.accrete.runtime.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is left to run of one migration.
 *
 * @param script the whole script
 * @param summary what its header tells people
 * @param steps what is left of it, in order; empty if the migration is not meant for the instance's environment
 * @param skipped whether it is recorded without running, because of the environment
 */
public record PendingScript(Script script, ScriptSummary summary, List<ScriptStep> steps, boolean skipped) {

    public PendingScript {
        steps = List.copyOf(steps);
    }

    /**
     * What {@code migrate} would run, in order.
     *
     * @param status of that database
     */
    public static List<PendingScript> of(MigrationStatus status, SavedMigrations saved, Database database) {
        if (status.entries().stream().noneMatch(MigrationStatus.Entry::isPending)) {
            return List.of();
        }
        List<AppliedMigration> history = database.history(saved.source().name());
        Optional<String> environment = database.instance().environment();
        List<PendingScript> pending = new ArrayList<>();
        for (MigrationStatus.Entry entry : status.entries()) {
            if (!entry.isPending()) {
                continue;
            }
            MigrationVersion version = MigrationVersion.parse(entry.version()).orElseThrow();
            String text = saved.scriptText(status.dialect(), version, entry.description());
            Script script = saved.script(status.dialect(), version, entry.description());
            boolean skipped = !script.environments().isEmpty()
                    && environment.filter(script.environments()::contains).isEmpty();
            Optional<AppliedMigration> begun = history.stream()
                    .filter(row -> row.version().equals(version) && !row.state().isDone())
                    .findFirst();
            pending.add(new PendingScript(
                    script,
                    ScriptSummary.of(text, script.fileName()),
                    skipped ? List.of() : left(script, begun, database),
                    skipped));
        }
        return pending;
    }

    private static List<ScriptStep> left(Script script, Optional<AppliedMigration> begun, Database database) {
        int stepsDone = begun.map(AppliedMigration::step).orElse(0);
        int statementsDone = begun.map(AppliedMigration::statement).orElse(0);
        List<ScriptStep> left = new ArrayList<>();
        for (ScriptStep step : script.steps()) {
            if (step.number() > stepsDone) {
                boolean stopped = begun.isPresent() && step.number() == stepsDone + 1;
                List<ScriptStatement> statements = stopped ? left(step, statementsDone, database) : step.statements();
                left.add(new ScriptStep(
                        step.number(),
                        step.mode(),
                        step.locks(),
                        step.index(),
                        step.environments(),
                        step.text(),
                        statements));
            }
        }
        return left;
    }

    /** Of the step in which a run stopped. An index that isn't there, or isn't valid, is built from the beginning. */
    private static List<ScriptStatement> left(ScriptStep step, int done, Database database) {
        List<ScriptStatement> all = step.statements();
        List<ScriptStatement> left = all.subList(Math.min(done, all.size()), all.size());
        if (step.index().isEmpty()) {
            return left;
        }
        String index = step.index().get();
        return database.withConnection(connection -> {
            Platform platform = Platform.of(connection);
            if (platform.isIndex(connection, index, true) || platform.dialect().equals("h2")) {
                return left;
            }
            List<ScriptStatement> anew = new ArrayList<>(all);
            if (platform.isIndex(connection, index, false)) {
                String drop = "DROP INDEX CONCURRENTLY " + index;
                anew.add(0, new ScriptStatement(all.get(0).line(), drop, List.of(drop)));
            }
            return anew;
        });
    }

    /** Whether the application's previous version stops working. */
    public boolean isBreaking() {
        return script.verdict().filter(Verdict.BREAKING::equals).isPresent();
    }

    /** What goes for good: {@code users.fax}; empty if nothing does. */
    public List<String> destroyed() {
        return skipped
                ? List.of()
                : summary.changes().stream()
                        .filter(change -> change.text().equals("drop column")
                                || change.text().equals("drop table"))
                        .map(ScriptChange::subject)
                        .toList();
    }

    /** {@code V0002 add_b}. */
    public String label() {
        return script.version() + " " + script.description();
    }

    /** The tables that the header names: those that change, and those that are locked. */
    public Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        steps.forEach(step -> tables.addAll(step.locks()));
        summary.changes().forEach(change -> {
            int dot = change.subject().lastIndexOf('.');
            tables.add(change.subject());
            tables.add(dot < 0 ? change.subject() : change.subject().substring(0, dot));
        });
        return tables;
    }

    /**
     * The statements as SQL that could be run by hand, with a comment above each step.
     *
     * @param rows estimated, of the tables that there are
     */
    public String sql(Map<String, Long> rows) {
        StringBuilder sql = new StringBuilder("-- " + label()
                + script.verdict().map(verdict -> " (" + verdict.word() + ")").orElse("") + "  "
                + ResourceNames.scriptFile(script.version(), script.description()) + "\n");
        if (skipped) {
            sql.append("-- recorded without running: it is for ")
                    .append(String.join(", ", script.environments()))
                    .append(" alone\n");
        }
        summary.locks().forEach(lock -> sql.append("-- lock    ").append(lock).append('\n'));
        summary.hazards()
                .forEach(hazard -> sql.append("-- hazard  ")
                        .append(hazard.replace("\n", "\n--         "))
                        .append('\n'));
        tables().stream()
                .filter(rows::containsKey)
                .forEach(table -> sql.append("-- rows    ")
                        .append(table)
                        .append(" about ")
                        .append(rows.get(table))
                        .append('\n'));
        // On H2 every statement commits, whatever the step's mode.
        boolean transactional = script.dialect().equals("postgresql");
        for (ScriptStep step : steps) {
            boolean inTransaction = transactional && step.mode() == StepMode.TRANSACTION;
            sql.append("-- step ")
                    .append(step.number())
                    .append(' ')
                    .append(step.mode().word());
            sql.append(step.locks().isEmpty() ? "" : ", locks " + String.join(", ", step.locks()));
            sql.append(step.text().isEmpty() ? "" : ": " + step.text()).append('\n');
            sql.append(inTransaction ? "BEGIN;\n" : "");
            boolean java = step.mode() == StepMode.JAVA;
            step.statements()
                    .forEach(statement -> sql.append(java ? "-- runs " + statement.sql() : statement.sql() + ";")
                            .append('\n'));
            sql.append(inTransaction ? "COMMIT;\n" : "");
        }
        return sql.toString();
    }
}
