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
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.history.AppliedMigration;
import dev.accrete.runtime.history.HistoryCheck;
import dev.accrete.runtime.history.HistoryTable;
import dev.accrete.runtime.history.MigrationState;
import dev.accrete.runtime.history.Task;
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

    /** Behind an undo script in the history: the migration had not ended. */
    private static final String PART = "\n-- what is not there needs no taking back";

    private final MigrationFiles files;
    private final Settings settings;
    private final Platform platform;
    private final Catalog catalog;
    private final CompiledModel model;
    private final Map<CatalogLine, Optional<Script>> scripts = new HashMap<>();
    private List<AppliedMigration> history = List.of();
    private HistoryCheck result;
    private int next;

    StreamMigration(MigrationFiles files, Settings settings, Platform platform) {
        this.files = files;
        this.settings = settings;
        this.platform = platform;
        this.catalog = files.catalog();
        this.model = files.compiledModel().orElse(null);
    }

    String stream() {
        return files.stream();
    }

    MigrationFiles files() {
        return files;
    }

    Catalog catalog() {
        return catalog;
    }

    /** 1, or the version of the squash with which the catalog begins. */
    int firstVersion() {
        return catalog.lines().isEmpty() ? 1 : catalog.lines().get(0).version().number();
    }

    List<AppliedMigration> history() {
        return history;
    }

    /** Reads the history and compares. */
    HistoryCheck check(Connection connection, HistoryTable table) throws SQLException {
        history = table.all(connection, stream()).orElse(List.of());
        boolean draft = settings.drafts() == DraftPolicy.APPLY
                && model != null
                && model.draft().equals(Optional.of(catalog.nextVersion()));
        result = HistoryCheck.of(
                stream(),
                catalog,
                history,
                this::script,
                settings.drafts(),
                draft ? Optional.of(draftScript(catalog.nextVersion())) : Optional.empty());
        next = 0;
        checkModel();
        for (Task task : result.tasks()) {
            checkScript(task);
        }
        return result;
    }

    private Script draftScript(MigrationVersion version) {
        String path = ResourceNames.draftScript(platform.dialect(), version);
        Optional<Script> script = files.script(path);
        if (script.isEmpty()) {
            throw new AccreteException(
                    RuntimeCode.SCRIPT_MISSING,
                    path,
                    "the draft has no script for this database; nothing was changed",
                    "add the dialect to -Aaccrete.dialects and compile again",
                    null);
        }
        return script.get();
    }

    /** Code that was compiled against another model than the catalog leads to. */
    private void checkModel() {
        if (model == null) {
            return;
        }
        Optional<CatalogLine> head = catalog.head();
        if (model.isAt(head)) {
            if (model.draft().isPresent() && settings.drafts() == DraftPolicy.REFUSE) {
                problem(
                        RuntimeCode.UNSAVED_MODEL,
                        "the entities have changes that no migration holds (draft "
                                + model.draft().get() + ")",
                        "run `accrete save \"what changed\"`; in development set drafts=apply (ACCRETE_DRAFTS)");
            }
            return;
        }
        Optional<Script> last = head.isPresent() ? script(head.get()) : Optional.empty();
        String saved = last.isPresent() ? last.get().modelHash().orElse(null) : null;
        if (saved != null && !saved.equals(model.modelHash())) {
            problem(
                    RuntimeCode.STALE_CLASSES,
                    "the classes were compiled when the catalog ended with "
                            + (model.head().isPresent() ? model.head().get().version() : "nothing")
                            + "; now it ends with " + head.get().version() + " and leads to another model",
                    "compile the classes again, or deploy classes and resources of the same build");
        }
    }

    private void checkScript(Task task) {
        if (task.kind() != Task.Kind.APPLY) {
            return;
        }
        CatalogLine line = task.line().get();
        if (script(line).isEmpty()) {
            problem(
                    RuntimeCode.SCRIPT_MISSING,
                    ResourceNames.script(platform.dialect(), line.version(), line.description()) + " is missing",
                    "restore it from version control; if the migration was saved without this dialect, add the script by"
                            + " hand and run `accrete seal`");
            return;
        }
        String before = catalog.hashBefore(line);
        if (!Catalog.hash(before, line.version(), line.description(), files.checksums(line, before.isEmpty()))
                .equals(line.hash())) {
            problem(
                    RuntimeCode.CATALOG_HASH,
                    "the scripts of " + line.version() + " " + line.description()
                            + " are not those that the catalog's hash was made of",
                    "restore them from version control; if they were edited on purpose, run `accrete seal`");
        }
    }

    private void problem(RuntimeCode code, String what, String remedy) {
        result.problems().add(refusal(code, what, remedy));
    }

    AccreteException refusal(RuntimeCode code, String what, String remedy) {
        return new AccreteException(code, stream(), what + "; nothing was changed", remedy, null);
    }

    Optional<Script> script(CatalogLine line) {
        Optional<Script> script = scripts.get(line);
        if (script == null) {
            script = files.script(platform.dialect(), line);
            scripts.put(line, script);
        }
        return script;
    }

    /** What the migrations that have begun created; the model's tables only later, since they may be foreign still. */
    void cover(Covered covered) {
        for (AppliedMigration row : history) {
            if (row.state().isDraft()) {
                covered.addUndo(undoScript(row));
            }
            Optional<CatalogLine> line = catalog.line(row.version());
            if (line.isPresent() && script(line.get()).isPresent()) {
                covered.add(script(line.get()).get());
            }
        }
    }

    /** The undo script that a row holds. */
    static Script undoScript(AppliedMigration row) {
        return MigrationFiles.parse(row.undo(), "the undo script of " + row.label());
    }

    /** The scripts of all tasks that are left to do, in order. */
    List<Script> pending() {
        List<Script> pending = new ArrayList<>();
        for (Task task : result.tasks().subList(next, result.tasks().size())) {
            if (task.kind() == Task.Kind.APPLY || task.kind() == Task.Kind.DRAFT) {
                pending.add(scriptOf(task));
            }
        }
        return pending;
    }

    /** The next task; {@code null} after the last. */
    Task next() {
        return next < result.tasks().size() ? result.tasks().get(next) : null;
    }

    Script scriptOf(Task task) {
        return task.line().isPresent() ? script(task.line().get()).get() : draftScript(task.version());
    }

    /**
     * Carries out the next task; under the lock.
     *
     * @return what was applied; {@code null} if it was no migration
     */
    MigrationReport.Applied runNext(Session session) throws SQLException {
        Task task = next();
        if (task.kind() == Task.Kind.APPLY) {
            return apply(session, scriptOf(task), "");
        }
        next++;
        AppliedMigration row = task.row().orElse(null);
        if (task.kind() == Task.Kind.DRAFT) {
            String undo = files.text(ResourceNames.draftUndoScript(platform.dialect(), task.version()));
            if (undo == null) {
                throw refusal(
                        RuntimeCode.UNDO_MISSING,
                        "the draft has no undo script, so that it could not be taken back",
                        "compile again");
            }
            String base = catalog.head().isPresent() ? catalog.head().get().hash() : "";
            Script script = scriptOf(task);
            CatalogLine line = new CatalogLine(task.version(), ResourceNames.DRAFT, base);
            return apply(session, script, row(line, script, undo, ""), row, MigrationState.DRAFT);
        }
        if (task.kind() == Task.Kind.UNDO) {
            undo(session, row, undoScript(row), row.undo());
        } else {
            Script script = scriptOf(task);
            MigrationState state = row.state().isDraft() ? MigrationState.APPLIED : row.state();
            AppliedMigration known = row(task.line().get(), script, "", row.note());
            session.table.update(
                    session.connection,
                    known.at(state, row.step(), row.statement(), known.checksum())
                            .after(row.durationMillis()));
        }
        return null;
    }

    /**
     * Applies the next migration.
     *
     * @param script its own, or that without a statement
     * @param note for the history
     */
    MigrationReport.Applied apply(Session session, Script script, String note) throws SQLException {
        Task task = next();
        next++;
        AppliedMigration fresh = row(task.line().get(), script, "", note);
        return apply(session, script, fresh, task.row().orElse(null), MigrationState.APPLIED);
    }

    private MigrationReport.Applied apply(
            Session session, Script script, AppliedMigration fresh, AppliedMigration inTable, MigrationState done)
            throws SQLException {
        long started = System.nanoTime();
        MigrationState running = done == MigrationState.DRAFT ? MigrationState.DRAFT_RUNNING : MigrationState.RUNNING;
        int step = inTable == null ? 0 : inTable.step();
        int statement = inTable == null ? 0 : inTable.statement();
        AppliedMigration row = fresh.at(running, step, statement, Checksum.of(script, step, statement));
        event(MigrationListener.Kind.MIGRATION_STARTED, row);
        boolean skipped = !script.isFor(settings.environment());
        Recorder recorder =
                new Recorder(session, script, row, inTable, running, skipped ? MigrationState.SKIPPED : done);
        Script toRun = skipped ? script.withoutSteps() : script;
        new ScriptRunner(session, files, toRun, recorder, false).run();
        event(MigrationListener.Kind.MIGRATION_DONE, row);
        return applied(row, started);
    }

    /** Takes a migration back, or what is left to take back of it, and removes its row. */
    MigrationReport.Applied undo(Session session, AppliedMigration row, Script undo, String undoText)
            throws SQLException {
        MigrationState undoing = row.state().isDraft() ? MigrationState.UNDOING : MigrationState.REVERTING;
        boolean begun = row.state() == undoing;
        int step = begun ? row.step() : 0;
        int statement = begun ? row.statement() : 0;
        boolean part = row.state().isBegun() || row.state() == MigrationState.DRAFT_RUNNING;
        if (part) {
            dropIndexes(session, row);
        }
        // Kept with the text, since the row says no longer how far the migration was.
        String text = part ? undoText + PART : undoText;
        AppliedMigration start =
                row.in(undoing, text, "").at(undoing, step, statement, Checksum.of(undo, step, statement));
        long started = System.nanoTime();
        Recorder recorder = new Recorder(session, undo, start, row, undoing, null);
        new ScriptRunner(session, files, undo, recorder, text.endsWith(PART)).run();
        return applied(row, started);
    }

    /** Those that a migration built or began to build, where the constraint that was to take them over isn't there yet. */
    private void dropIndexes(Session session, AppliedMigration row) throws SQLException {
        Optional<CatalogLine> line = catalog.line(row.version());
        Optional<Script> script = line.isPresent() ? script(line.get()) : Optional.empty();
        if (script.isPresent()) {
            for (ScriptStep step : script.get().steps()) {
                if (step.index().isPresent() && step.number() <= row.step() + 1) {
                    platform.dropFreeIndex(session.connection, step.index().get());
                }
            }
        }
    }

    private MigrationReport.Applied applied(AppliedMigration row, long started) {
        return new MigrationReport.Applied(
                stream(), row.version().toString(), row.description(), Duration.ofNanos(System.nanoTime() - started));
    }

    /** A row as if the migration were done. */
    AppliedMigration row(CatalogLine line, Script script, String undo, String note) {
        return new AppliedMigration(
                stream(),
                line.version(),
                line.description(),
                MigrationState.APPLIED,
                script.steps().size(),
                0,
                line.hash(),
                Checksum.of(script),
                script.fileName(),
                script.verdict().isPresent() ? script.verdict().get().word() : "",
                undo,
                note,
                Instant.now(),
                System.getProperty("user.name", "?"),
                0);
    }

    private void event(MigrationListener.Kind kind, AppliedMigration row) {
        settings.listener()
                .on(new MigrationListener.Event(kind, stream(), row.version().toString(), 0, 0, row.label()));
    }
}
