package dev.accrete.runtime.history;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.DraftPolicy;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What catalog, draft and history together ask for; pure. */
public final class HistoryCheck {

    /** The draft that the code was compiled with. */
    public record Draft(MigrationVersion version, String checksum) {}

    /**
     * What is to be done, and why it may not be.
     *
     * @param tasks in order; empty if the database is up to date
     * @param problems if there are any, no task may run
     * @param notes what an operator may want to know
     */
    public record Result(List<Task> tasks, List<AccreteException> problems, List<String> notes) {}

    private final String stream;
    private final Catalog catalog;
    private final Function<CatalogLine, Optional<String>> checksums;
    private final DraftPolicy policy;
    private final Map<MigrationVersion, AppliedMigration> rows = new HashMap<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<AccreteException> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private HistoryCheck(
            String stream, Catalog catalog, Function<CatalogLine, Optional<String>> checksums, DraftPolicy policy) {
        this.stream = stream;
        this.catalog = catalog;
        this.checksums = checksums;
        this.policy = policy;
    }

    /**
     * Compares.
     *
     * @param history in version order
     * @param checksums the checksum of a line's script for this database; empty if there is no such script
     * @param draft empty if the model is saved
     */
    public static Result check(
            String stream,
            Catalog catalog,
            List<AppliedMigration> history,
            Function<CatalogLine, Optional<String>> checksums,
            DraftPolicy policy,
            Optional<Draft> draft) {
        HistoryCheck check = new HistoryCheck(stream, catalog, checksums, policy);
        history.forEach(row -> check.rows.put(row.version(), row));
        catalog.lines().forEach(check::line);
        history.stream()
                .filter(row -> row.version().number() > catalog.lines().size())
                .filter(row -> !row.state().isDraft())
                .forEach(check::newer);
        check.draft(history, draft);
        return new Result(List.copyOf(check.tasks), List.copyOf(check.problems), List.copyOf(check.notes));
    }

    private void line(CatalogLine line) {
        AppliedMigration row = rows.get(line.version());
        if (row == null) {
            tasks.add(new Task(Task.Kind.APPLY, line.version(), Optional.of(line), Optional.empty()));
        } else if (row.state().isDraft()) {
            draftWhereSaved(line, row);
        } else if (!tasks.isEmpty() && tasks.get(tasks.size() - 1).kind() == Task.Kind.APPLY) {
            Task missing = tasks.get(tasks.size() - 1);
            problem(
                    RuntimeCode.HISTORY_GAP,
                    line.version() + " is recorded as applied, but " + missing.version() + " before it is not",
                    "find out who changed the history; record the missing migration with `accrete stamp` if its changes"
                            + " are there");
        } else if (row.state() == MigrationState.RUNNING) {
            if (!Optional.of(row.checksum()).equals(checksums.apply(line))) {
                notes.add(stream + " " + row.label() + " was corrected after it had begun; its first " + row.step()
                        + " steps are taken as they were");
            }
            tasks.add(new Task(Task.Kind.APPLY, line.version(), Optional.of(line), Optional.of(row)));
        } else {
            applied(line, row);
        }
    }

    private void applied(CatalogLine line, AppliedMigration row) {
        Optional<String> checksum = checksums.apply(line);
        if (checksum.isEmpty()) {
            problem(
                    RuntimeCode.SCRIPT_MISSING,
                    row.script() + " is missing, though " + row.label() + " is applied",
                    "restore the script from version control");
        } else if (!checksum.get().equals(row.checksum())) {
            problem(
                    RuntimeCode.SCRIPT_ALTERED,
                    row.script() + " is not the script that was applied on " + row.appliedAt(),
                    "restore it from version control and put the change into a new migration");
        } else if (!line.hash().equals(row.catalogHash())) {
            tasks.add(new Task(Task.Kind.REHASH, line.version(), Optional.of(line), Optional.of(row)));
        }
    }

    private void draftWhereSaved(CatalogLine line, AppliedMigration row) {
        boolean unchanged = row.state() == MigrationState.DRAFT
                && checksums.apply(line).filter(row.checksum()::equals).isPresent();
        if (unchanged) {
            tasks.add(new Task(Task.Kind.ADOPT, line.version(), Optional.of(line), Optional.of(row)));
        } else if (undo(row)) {
            tasks.add(new Task(Task.Kind.APPLY, line.version(), Optional.of(line), Optional.empty()));
        }
    }

    private void newer(AppliedMigration row) {
        if (row.verdict().equals(Verdict.BREAKING.word())) {
            problem(
                    RuntimeCode.DATABASE_AHEAD,
                    "the database has " + row.label() + ", which this version of the application does not know and"
                            + " which breaks it",
                    "start a newer version of the application");
        } else {
            notes.add(stream + ": the database is ahead of this application by " + row.label());
        }
    }

    private void draft(List<AppliedMigration> history, Optional<Draft> draft) {
        Optional<AppliedMigration> row = history.stream()
                .filter(it -> it.state().isDraft())
                .filter(it -> it.version().number() > catalog.lines().size())
                .findFirst();
        boolean wanted = draft.isPresent() && policy == DraftPolicy.APPLY;
        if (row.isPresent()) {
            String base = catalog.head().map(CatalogLine::hash).orElse("");
            boolean same = wanted
                    && draft.get().version().equals(row.get().version())
                    && draft.get().checksum().equals(row.get().checksum())
                    && base.equals(row.get().catalogHash())
                    && row.get().state() != MigrationState.UNDOING;
            if (same && row.get().state() == MigrationState.DRAFT) {
                return;
            }
            if (same) {
                tasks.add(new Task(Task.Kind.DRAFT, row.get().version(), Optional.empty(), row));
                return;
            }
            if (!undo(row.get())) {
                return;
            }
        }
        if (wanted && !ahead(draft.get())) {
            tasks.add(new Task(Task.Kind.DRAFT, draft.get().version(), Optional.empty(), Optional.empty()));
        }
    }

    private boolean ahead(Draft draft) {
        AppliedMigration row = rows.get(draft.version());
        return row != null && !row.state().isDraft();
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

    private void problem(RuntimeCode code, String what, String remedy) {
        problems.add(new AccreteException(code, stream, what + "; nothing was changed", remedy, null));
    }
}
