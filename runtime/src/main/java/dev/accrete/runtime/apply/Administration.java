package dev.accrete.runtime.apply;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.MigrationReport;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.Settings;
import dev.accrete.runtime.StampCheck;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.history.AppliedMigration;
import dev.accrete.runtime.history.MigrationState;
import dev.accrete.runtime.history.Task;
import dev.accrete.runtime.platform.MigrationLock;
import dev.accrete.runtime.platform.Platform;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What operators do to one stream on purpose: leave a statement out, take migrations back, record without running. One
 * object for one act.
 */
public final class Administration {

    private static final int SKIP = 0;
    private static final int ROLLBACK = 1;
    private static final int STAMP = 2;

    private final DataSource dataSource;
    private final Settings settings;
    private final String name;
    private final Migrator migrator;
    private final List<MigrationReport.Applied> done = new ArrayList<>();
    private List<StreamMigration> streams;
    private StreamMigration stream;
    private Session session;

    /** @param name of the stream */
    public Administration(DataSource dataSource, List<MigrationSource> sources, Settings settings, String name) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.name = name;
        this.migrator = new Migrator(dataSource, sources, settings);
    }

    /** See {@link dev.accrete.runtime.Accrete#skip}. */
    public MigrationReport skip(int version, int step, int statement) {
        return underLock(SKIP, version, step, statement, null);
    }

    /** See {@link dev.accrete.runtime.Accrete#rollback}. */
    public MigrationReport rollback(int downTo) {
        return underLock(ROLLBACK, downTo, 0, 0, null);
    }

    /** See {@link dev.accrete.runtime.Accrete#stamp}. */
    public MigrationReport stamp(int upTo, StampCheck check) {
        return underLock(STAMP, upTo, 0, 0, check);
    }

    private MigrationReport underLock(int act, int version, int step, int statement, StampCheck check) {
        try (Database database = Database.open(dataSource, settings)) {
            Connection connection = database.connection();
            Platform platform = Platform.of(connection);
            streams = migrator.streams(platform);
            for (StreamMigration each : streams) {
                stream = each.stream().equals(name) ? each : stream;
            }
            if (stream == null) {
                throw new AccreteException(
                        RuntimeCode.NOT_POSSIBLE,
                        name,
                        "there is no stream of this name; nothing was changed",
                        "name one of those that `accrete status` lists",
                        null);
            }
            try (MigrationLock lock = migrator.lock(platform, connection)) {
                for (StreamMigration each : streams) {
                    each.check(connection, migrator.table());
                }
                session = migrator.session(connection, platform, lock, streams);
                if (act == SKIP) {
                    skipUnderLock(version, step, statement);
                } else if (act == ROLLBACK) {
                    rollbackUnderLock(version);
                } else {
                    stampUnderLock(version, check);
                }
            }
            return migrator.report(done, List.of(), List.of());
        } catch (SQLException e) {
            throw Database.refused(settings, e);
        }
    }

    private void skipUnderLock(int version, int step, int statement) throws SQLException {
        for (AppliedMigration row : stream.history()) {
            if (row.state() == MigrationState.REVERTING && row.version().number() == version) {
                Script undo = without(StreamMigration.undoScript(row), step, statement);
                done.add(stream.undo(session, row, undo, row.undo()));
                return;
            }
        }
        migrator.check(session.connection, streams, new ArrayList<>());
        Task next = stream.next();
        if (next == null || next.kind() != Task.Kind.APPLY || next.version().number() != version) {
            throw notPossible(
                    new MigrationVersion(version) + " is not the migration that comes next, which is "
                            + (next == null ? "none" : next.version()),
                    "name the migration that failed, as `accrete status` shows it");
        }
        Script script = without(stream.scriptOf(next), step, statement);
        session.guard.refuse(session.connection, List.of(script));
        done.add(stream.apply(session, script, "without step " + step + ", statement " + statement));
    }

    private Script without(Script script, int step, int statement) {
        Optional<Script> shorter = script.without(step, statement);
        if (shorter.isEmpty()) {
            throw notPossible(
                    script.fileName() + " has no statement " + statement + " in step " + step,
                    "name step and statement as the message of the failure does");
        }
        return shorter.get();
    }

    private void rollbackUnderLock(int downTo) throws SQLException {
        if (downTo > 0 && downTo < stream.firstVersion()) {
            throw notPossible(
                    new MigrationVersion(downTo) + " is in the squash " + new MigrationVersion(stream.firstVersion()),
                    "roll back to that version, or take everything back");
        }
        List<AppliedMigration> rows = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<Script> scripts = new ArrayList<>();
        for (AppliedMigration row : stream.history()) {
            if (row.version().number() > downTo) {
                Optional<CatalogLine> line = stream.catalog().line(row.version());
                String description = line.isPresent() ? line.get().description() : row.description();
                String path = ResourceNames.undoScript(session.platform.dialect(), row.version(), description);
                String text = undoText(path, row);
                rows.add(0, row);
                texts.add(0, text);
                scripts.add(0, MigrationFiles.parse(text, path));
            }
        }
        session.guard.refuse(session.connection, scripts);
        for (int i = 0; i < rows.size(); i++) {
            done.add(stream.undo(session, rows.get(i), scripts.get(i), texts.get(i)));
        }
    }

    private String undoText(String path, AppliedMigration row) {
        // What a squash stands for is taken back by the squash's own undo script.
        if (row.state() == MigrationState.SKIPPED || row.version().number() < stream.firstVersion()) {
            return "-- accrete:undo " + row.label() + " " + session.platform.dialect() + "\n";
        }
        String text = row.undo().isEmpty() ? stream.files().text(path) : row.undo();
        if (text == null) {
            throw stream.refusal(
                    RuntimeCode.UNDO_MISSING,
                    path + " is missing, so that " + row.label() + " can't be taken back",
                    "restore the script from version control; if the migration is newer than these files, use those of the"
                            + " version that applied it");
        }
        return text;
    }

    private void stampUnderLock(int upTo, StampCheck check) throws SQLException {
        if (upTo < 1 || stream.catalog().line(new MigrationVersion(upTo)).isEmpty()) {
            throw notPossible("the catalog has no migration " + upTo, "name a version of the catalog");
        }
        session.connection.setAutoCommit(false);
        try {
            check.check(session.connection, name, upTo);
            for (CatalogLine line :
                    stream.catalog().upTo(new MigrationVersion(upTo)).lines()) {
                stamp(line);
            }
            session.connection.commit();
        } finally {
            session.connection.rollback();
            session.connection.setAutoCommit(true);
        }
    }

    private void stamp(CatalogLine line) throws SQLException {
        AppliedMigration row = null;
        for (AppliedMigration each : stream.history()) {
            row = each.version().equals(line.version()) ? each : row;
        }
        if (row != null && row.state().isDone()) {
            return;
        }
        if (row != null && !row.state().isBegun()) {
            throw notPossible(
                    row.label() + " is in state " + row.state().word(),
                    "end that first: `accrete rollback` takes it back");
        }
        Optional<Script> script = stream.script(line);
        if (script.isEmpty()) {
            throw notPossible(
                    "there is no script of " + line.version() + " for this database",
                    "restore it from version control");
        }
        AppliedMigration stamped = stream.row(line, script.get(), "", "stamped");
        if (row == null) {
            session.table.create(session.connection);
            session.table.insert(session.connection, stamped);
        } else {
            session.table.update(session.connection, stamped);
        }
        done.add(new MigrationReport.Applied(name, line.version().toString(), line.description(), Duration.ZERO));
    }

    private AccreteException notPossible(String what, String remedy) {
        return stream.refusal(RuntimeCode.NOT_POSSIBLE, what, remedy);
    }
}
