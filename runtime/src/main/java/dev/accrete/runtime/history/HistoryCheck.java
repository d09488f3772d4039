package dev.accrete.runtime.history;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.DraftPolicy;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.Checksum;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What catalog, draft and history together ask for; pure. */
public final class HistoryCheck {

    private final String stream;
    private final Catalog catalog;
    private final Function<CatalogLine, Optional<Script>> scripts;
    private final DraftPolicy policy;
    private final Map<MigrationVersion, AppliedMigration> rows = new HashMap<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<AccreteException> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private HistoryCheck(
            String stream, Catalog catalog, Function<CatalogLine, Optional<Script>> scripts, DraftPolicy policy) {
        this.stream = stream;
        this.catalog = catalog;
        this.scripts = scripts;
        this.policy = policy;
    }

    /**
     * Compares.
     *
     * @param history in version order
     * @param scripts a line's script for this database; empty if there is no such script
     * @param draft the script of the draft that the code was compiled with; empty if the model is saved
     */
    public static HistoryCheck of(
            String stream,
            Catalog catalog,
            List<AppliedMigration> history,
            Function<CatalogLine, Optional<Script>> scripts,
            DraftPolicy policy,
            Optional<Script> draft) {
        HistoryCheck check = new HistoryCheck(stream, catalog, scripts, policy);
        for (AppliedMigration row : history) {
            check.rows.put(row.version(), row);
        }
        for (CatalogLine line : catalog.lines()) {
            check.line(line);
        }
        AppliedMigration unsaved = null;
        for (AppliedMigration row : history) {
            if (row.version().compareTo(catalog.nextVersion()) >= 0) {
                if (!row.state().isDraft()) {
                    check.newer(row);
                } else if (unsaved == null) {
                    unsaved = row;
                }
            }
        }
        check.draft(unsaved, draft.orElse(null));
        return check;
    }

    /** What is to be done, in order; empty if the database is up to date. */
    public List<Task> tasks() {
        return tasks;
    }

    /** Why nothing may be done; the caller may add more. */
    public List<AccreteException> problems() {
        return problems;
    }

    /** What an operator may want to know. */
    public List<String> notes() {
        return notes;
    }

    private void line(CatalogLine line) {
        AppliedMigration row = rows.get(line.version());
        if (line == catalog.lines().get(0) && isSquashed(line, row)) {
            return;
        }
        if (row == null) {
            task(Task.Kind.APPLY, line, null);
        } else if (row.state().isDraft()) {
            draftWhereSaved(line, row);
        } else if (!tasks.isEmpty() && tasks.get(tasks.size() - 1).kind() == Task.Kind.APPLY) {
            problem(
                    RuntimeCode.HISTORY_GAP,
                    line.version() + " is recorded, but "
                            + tasks.get(tasks.size() - 1).version() + " before it is not, or did not end",
                    "find out who changed the history; record the missing migration with `accrete stamp` if its changes"
                            + " are there");
        } else if (row.state() == MigrationState.REVERTING) {
            reverting(row);
        } else if (row.state().isBegun()) {
            begun(line, row);
        } else {
            applied(line, row);
        }
    }

    /**
     * Whether a database has, or has begun with, the migrations that a squash stands for. What it has stays as it is
     * recorded, so that an application from before the squash can start, too.
     *
     * @param row of the squash's version; {@code null} if there is none
     */
    private boolean isSquashed(CatalogLine line, AppliedMigration row) {
        Optional<Script> script = scripts.apply(line);
        String hash = script.isPresent() ? script.get().squashes().orElse(null) : null;
        boolean own = row != null && (row.catalogHash().equals(line.hash()) || row.state() == MigrationState.REVERTING);
        if (hash == null || own) {
            return false;
        }
        if (row != null && row.catalogHash().equals(hash) && row.state().isDone()) {
            return true;
        }
        AppliedMigration last = null;
        for (AppliedMigration each : rows.values()) {
            boolean before = each.version().compareTo(line.version()) < 0;
            if (before && (last == null || each.version().compareTo(last.version()) > 0)) {
                last = each;
            }
        }
        if (last == null) {
            return false;
        }
        last = row == null ? last : row;
        problem(
                RuntimeCode.SQUASHED,
                line.version() + " " + line.description()
                        + " stands for all migrations up to it, and this database has "
                        + (row == null ? "only those up to " : "another ") + last.label() + " ("
                        + last.state().word() + ")",
                "start once with the application's version from before the squash, or run `accrete migrate` with its"
                        + " migrations, which applies the rest; then start this one");
        return true;
    }

    private void begun(CatalogLine line, AppliedMigration row) {
        Optional<Script> script = scripts.apply(line);
        if (script.isPresent() && !sameSoFar(script.get(), row)) {
            problem(
                    RuntimeCode.SCRIPT_ALTERED,
                    "the part of " + row.script() + " that has run (" + row.step() + " steps, then " + row.statement()
                            + " statements) was changed",
                    "restore that part from version control and correct only what comes after it; or take back what has"
                            + " run with `accrete rollback`, or finish it by hand and record that with `accrete stamp`");
        }
        task(Task.Kind.APPLY, line, row);
    }

    private static boolean sameSoFar(Script script, AppliedMigration row) {
        return Checksum.of(script, row.step(), row.statement()).equals(row.checksum());
    }

    private void applied(CatalogLine line, AppliedMigration row) {
        Optional<Script> script = scripts.apply(line);
        if (script.isEmpty()) {
            problem(
                    RuntimeCode.SCRIPT_MISSING,
                    row.script() + " is missing, though " + row.label() + " is applied",
                    "restore the script from version control");
        } else if (!Checksum.of(script.get()).equals(row.checksum())) {
            problem(
                    RuntimeCode.SCRIPT_ALTERED,
                    row.script() + " is not the script that was applied on " + row.appliedAt(),
                    "restore it from version control and put the change into a new migration");
        } else if (!line.hash().equals(row.catalogHash())) {
            task(Task.Kind.REHASH, line, row);
        }
    }

    private void draftWhereSaved(CatalogLine line, AppliedMigration row) {
        Optional<Script> script = scripts.apply(line);
        boolean unchanged = row.state() == MigrationState.DRAFT
                && script.isPresent()
                && Checksum.of(script.get()).equals(row.checksum());
        if (unchanged) {
            task(Task.Kind.ADOPT, line, row);
        } else if (undo(row)) {
            task(Task.Kind.APPLY, line, null);
        }
    }

    private void newer(AppliedMigration row) {
        if (row.state() == MigrationState.REVERTING) {
            reverting(row);
        } else if (row.verdict().equals(Verdict.BREAKING.word())) {
            problem(
                    RuntimeCode.DATABASE_AHEAD,
                    "the database has " + row.label() + ", which this version of the application does not know and"
                            + " which breaks it",
                    "start a newer version of the application");
        } else {
            notes.add(stream + ": the database is ahead of this application by " + row.label());
        }
    }

    private void reverting(AppliedMigration row) {
        problem(
                RuntimeCode.REVERTING,
                row.label() + " is being taken back, and that did not end"
                        + (row.note().isEmpty()
                                ? ""
                                : ": " + row.note().lines().findFirst().get()),
                "run `accrete revert`, or the same `accrete rollback`, which goes on where it stopped");
    }

    private void draft(AppliedMigration row, Script draft) {
        boolean wanted = draft != null && policy == DraftPolicy.APPLY;
        if (row != null) {
            Optional<CatalogLine> head = catalog.head();
            boolean same = wanted
                    && draft.version().equals(row.version())
                    && row.catalogHash().equals(head.isPresent() ? head.get().hash() : "");
            if (same && row.state() == MigrationState.DRAFT) {
                if (Checksum.of(draft).equals(row.checksum())) {
                    return;
                }
            } else if (same && row.state() == MigrationState.DRAFT_RUNNING && sameSoFar(draft, row)) {
                tasks.add(new Task(Task.Kind.DRAFT, row.version(), Optional.empty(), Optional.of(row)));
                return;
            }
            if (!undo(row)) {
                return;
            }
        }
        if (wanted && (rows.get(draft.version()) == null || rows.get(draft.version()) == row)) {
            tasks.add(new Task(Task.Kind.DRAFT, draft.version(), Optional.empty(), Optional.empty()));
        }
    }

    /** A draft is taken back before anything else happens; false if that may not be. */
    private boolean undo(AppliedMigration row) {
        if (policy == DraftPolicy.REFUSE) {
            problem(
                    RuntimeCode.DRAFT_IN_DATABASE,
                    "a draft is applied to this database, and it is not what was saved as " + row.version(),
                    "start once with drafts=apply, which takes it back, or reset the development database");
            return false;
        }
        tasks.add(0, new Task(Task.Kind.UNDO, row.version(), Optional.empty(), Optional.of(row)));
        return true;
    }

    private void task(Task.Kind kind, CatalogLine line, AppliedMigration row) {
        tasks.add(new Task(kind, line.version(), Optional.of(line), Optional.ofNullable(row)));
    }

    private void problem(RuntimeCode code, String what, String remedy) {
        problems.add(new AccreteException(code, stream, what + "; nothing was changed", remedy, null));
    }
}
