package dev.accrete.runtime.apply;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.DraftPolicy;
import dev.accrete.runtime.MigrationListener;
import dev.accrete.runtime.MigrationReport;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.Settings;
import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.Checksum;
import dev.accrete.runtime.format.CompiledModel;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.Verdict;
import dev.accrete.runtime.history.AppliedMigration;
import dev.accrete.runtime.history.HistoryCheck;
import dev.accrete.runtime.history.HistoryTable;
import dev.accrete.runtime.history.MigrationState;
import dev.accrete.runtime.history.Task;
import dev.accrete.runtime.platform.MigrationLock;
import dev.accrete.runtime.platform.Platform;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that one stream needs once the quick query has shown that there may be something to do. */
final class StreamMigration {

    private final MigrationFiles files;
    private final Settings settings;
    private final Platform platform;
    private final Catalog catalog;
    private final Optional<CompiledModel> model;
    private final Map<MigrationVersion, Optional<Script>> scripts = new HashMap<>();
    private List<AppliedMigration> history = List.of();
    private HistoryCheck.Result result = new HistoryCheck.Result(List.of(), List.of(), List.of());

    StreamMigration(MigrationFiles files, Settings settings, Platform platform) {
        this.files = files;
        this.settings = settings;
        this.platform = platform;
        this.catalog = files.catalog();
        this.model = files.compiledModel();
    }

    String stream() {
        return files.stream();
    }

    Catalog catalog() {
        return catalog;
    }

    List<AppliedMigration> history() {
        return history;
    }

    /** Reads the history and compares. */
    HistoryCheck.Result check(Connection connection, HistoryTable table) throws SQLException {
        history = table.all(connection, stream()).orElse(List.of());
        Optional<MigrationVersion> draft = draftVersion();
        HistoryCheck.Result found = HistoryCheck.check(
                stream(),
                catalog,
                history,
                line -> script(line).map(Checksum::of),
                settings.drafts(),
                draft.map(version -> new HistoryCheck.Draft(version, Checksum.of(draftScript(version)))));
        List<AccreteException> problems = new ArrayList<>(found.problems());
        compiledProblem().ifPresent(problems::add);
        found.tasks().forEach(task -> scriptProblem(task).ifPresent(problems::add));
        result = new HistoryCheck.Result(found.tasks(), problems, found.notes());
        return result;
    }

    private Optional<MigrationVersion> draftVersion() {
        return settings.drafts() == DraftPolicy.APPLY
                ? model.flatMap(CompiledModel::draft).filter(version -> version.equals(catalog.nextVersion()))
                : Optional.empty();
    }

    private Script draftScript(MigrationVersion version) {
        return files.draft(platform.dialect(), version)
                .orElseThrow(() -> new AccreteException(
                        RuntimeCode.SCRIPT_MISSING,
                        ResourceNames.draftScript(platform.dialect(), version),
                        "the draft has no script for this database; nothing was changed",
                        "add the dialect to -Aaccrete.dialects and compile again",
                        null));
    }

    /** Code that was compiled against another model than the catalog leads to. */
    Optional<AccreteException> compiledProblem() {
        if (model.isEmpty()) {
            return Optional.empty();
        }
        CompiledModel compiled = model.get();
        Optional<CompiledModel.Head> head = catalog.head().map(CompiledModel.Head::of);
        if (compiled.head().equals(head)) {
            boolean unsaved = compiled.draft().isPresent() && settings.drafts() == DraftPolicy.REFUSE;
            return unsaved
                    ? Optional.of(problem(
                            RuntimeCode.UNSAVED_MODEL,
                            "the entities have changes that no migration holds (draft "
                                    + compiled.draft().get() + ")",
                            "run `accrete save \"what changed\"`; in development set drafts=apply (ACCRETE_DRAFTS)"))
                    : Optional.empty();
        }
        Optional<String> savedModel = catalog.head().flatMap(this::script).flatMap(Script::modelHash);
        if (savedModel.isEmpty() || savedModel.get().equals(compiled.modelHash())) {
            return Optional.empty();
        }
        return Optional.of(problem(
                RuntimeCode.STALE_CLASSES,
                "the classes were compiled when the catalog ended with "
                        + compiled.head().map(it -> it.version().toString()).orElse("nothing")
                        + "; now it ends with "
                        + head.map(it -> it.version().toString()).orElse("nothing") + " and leads to another model",
                "compile the classes again, or deploy classes and resources of the same build"));
    }

    private Optional<AccreteException> scriptProblem(Task task) {
        if (task.kind() != Task.Kind.APPLY) {
            return Optional.empty();
        }
        CatalogLine line = task.line().orElseThrow();
        if (script(line).isEmpty()) {
            return Optional.of(problem(
                    RuntimeCode.SCRIPT_MISSING,
                    ResourceNames.script(platform.dialect(), line.version(), line.description()) + " is missing",
                    "restore it from version control; if the migration was saved without this dialect, add the script by"
                            + " hand and run `accrete seal`"));
        }
        int number = line.version().number();
        String before = number == 1 ? "" : catalog.lines().get(number - 2).hash();
        String hash = Catalog.hash(before, line.version(), line.description(), files.checksums(line));
        return hash.equals(line.hash())
                ? Optional.empty()
                : Optional.of(problem(
                        RuntimeCode.CATALOG_HASH,
                        "the scripts of " + line.version() + " " + line.description()
                                + " are not those that the catalog's hash was made of",
                        "restore them from version control; if they were edited on purpose, run `accrete seal`"));
    }

    private AccreteException problem(RuntimeCode code, String what, String remedy) {
        return new AccreteException(code, stream(), what + "; nothing was changed", remedy, null);
    }

    private Optional<Script> script(CatalogLine line) {
        return scripts.computeIfAbsent(line.version(), version -> files.script(platform.dialect(), line));
    }

    /** Carries out the tasks of the last check; under the lock. */
    List<MigrationReport.Applied> apply(Connection connection, HistoryTable table, MigrationLock lock)
            throws SQLException {
        Covered covered = covered(table);
        ForeignGuard guard = new ForeignGuard(platform, covered);
        List<Script> created = result.tasks().stream()
                .filter(task -> task.row().isEmpty())
                .map(this::scriptOf)
                .toList();
        guard.refuseExisting(connection, created);
        created.forEach(covered::add);
        if (!platform.hasTransactionalDdl()) {
            for (Script script : created) {
                guard.refuseForeignTargets(connection, script);
            }
        }
        ScriptRunner runner = new ScriptRunner(connection, platform, lock, guard, settings, stream());
        List<MigrationReport.Applied> applied = new ArrayList<>();
        for (Task task : result.tasks()) {
            run(task, runner, connection, table).ifPresent(applied::add);
        }
        return applied;
    }

    /** What the migrations that have begun created; the model's tables only later, since they may be foreign still. */
    private Covered covered(HistoryTable table) {
        Covered covered = new Covered(platform);
        covered.addSqlName(table.name());
        covered.addSqlName(table.name() + "_lock");
        for (AppliedMigration row : history) {
            if (row.state().isDraft()) {
                covered.addUndo(MigrationFiles.parse(row.undo(), undoName(row)));
            }
            catalog.line(row.version()).flatMap(this::script).ifPresent(covered::add);
        }
        return covered;
    }

    private static String undoName(AppliedMigration row) {
        return "the undo script of draft " + row.version();
    }

    private Script scriptOf(Task task) {
        return task.line().isPresent() ? script(task.line().get()).orElseThrow() : draftScript(task.version());
    }

    private Optional<MigrationReport.Applied> run(
            Task task, ScriptRunner runner, Connection connection, HistoryTable table) throws SQLException {
        switch (task.kind()) {
            case ADOPT, REHASH -> {
                CatalogLine line = task.line().orElseThrow();
                AppliedMigration row = task.row().orElseThrow();
                MigrationState state = row.state().isDraft() ? MigrationState.APPLIED : row.state();
                AppliedMigration known = row(line, script(line).orElseThrow(), "");
                table.update(
                        connection, known.at(state, row.step(), row.statement()).after(row.durationMillis()));
                return Optional.empty();
            }
            case UNDO -> {
                undo(task.row().orElseThrow(), runner, table);
                return Optional.empty();
            }
            case APPLY -> {
                CatalogLine line = task.line().orElseThrow();
                Script script = scriptOf(task);
                AppliedMigration row = row(line, script, "");
                return Optional.of(apply(task, script, row, MigrationState.APPLIED, runner, connection, table));
            }
            case DRAFT -> {
                Script script = scriptOf(task);
                String undo = files.draftUndo(platform.dialect(), task.version())
                        .orElseThrow(() -> problem(
                                RuntimeCode.UNDO_MISSING,
                                "the draft has no undo script, so that it could not be taken back",
                                "compile again"));
                String base = catalog.head().map(CatalogLine::hash).orElse("");
                AppliedMigration row = row(new CatalogLine(task.version(), ResourceNames.DRAFT, base), script, undo);
                return Optional.of(apply(task, script, row, MigrationState.DRAFT, runner, connection, table));
            }
        }
        throw new IllegalStateException("no such task: " + task.kind());
    }

    private MigrationReport.Applied apply(
            Task task,
            Script script,
            AppliedMigration fresh,
            MigrationState done,
            ScriptRunner runner,
            Connection connection,
            HistoryTable table)
            throws SQLException {
        long started = System.nanoTime();
        boolean recorded = task.row().isPresent();
        MigrationState running = done == MigrationState.DRAFT ? MigrationState.DRAFT_RUNNING : MigrationState.RUNNING;
        int step = task.row().map(AppliedMigration::step).orElse(0);
        int statement = task.row().map(AppliedMigration::statement).orElse(0);
        AppliedMigration row = fresh.at(running, step, statement);
        event(MigrationListener.Kind.MIGRATION_STARTED, row);
        boolean skipped = !script.environments().isEmpty()
                && settings.environment()
                        .filter(script.environments()::contains)
                        .isEmpty();
        Script toRun = skipped ? withoutSteps(script) : script;
        runner.run(toRun, new Recorder(table, row, recorded, running, skipped ? MigrationState.SKIPPED : done, false));
        event(MigrationListener.Kind.MIGRATION_DONE, row);
        return new MigrationReport.Applied(
                stream(), row.version().toString(), row.description(), Duration.ofNanos(System.nanoTime() - started));
    }

    private static Script withoutSteps(Script script) {
        return new Script(
                script.fileName(),
                script.version(),
                script.description(),
                script.dialect(),
                script.undo(),
                script.modelHash(),
                script.verdict(),
                script.environments(),
                script.foreign(),
                List.of());
    }

    private void undo(AppliedMigration row, ScriptRunner runner, HistoryTable table) throws SQLException {
        Script script = MigrationFiles.parse(row.undo(), undoName(row));
        boolean begun = row.state() == MigrationState.UNDOING;
        AppliedMigration start = begun ? row : row.at(MigrationState.UNDOING, 0, 0);
        runner.run(script, new Recorder(table, start, true, MigrationState.UNDOING, MigrationState.UNDOING, true));
    }

    private AppliedMigration row(CatalogLine line, Script script, String undo) {
        return new AppliedMigration(
                stream(),
                line.version(),
                line.description(),
                MigrationState.RUNNING,
                0,
                0,
                line.hash(),
                Checksum.of(script),
                script.fileName(),
                script.verdict().map(Verdict::word).orElse(""),
                undo,
                Instant.now(),
                System.getProperty("user.name", "?"),
                0);
    }

    private void event(MigrationListener.Kind kind, AppliedMigration row) {
        settings.listener()
                .on(new MigrationListener.Event(kind, stream(), row.version().toString(), 0, 0, row.label()));
    }
}
