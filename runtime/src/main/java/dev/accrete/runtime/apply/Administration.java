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

/** What operators do to one stream on purpose: leave a statement out, take migrations back, record without running. */
public final class Administration {

    private final DataSource dataSource;
    private final Settings settings;
    private final String name;
    private final Migrator migrator;
    private final List<MigrationReport.Applied> done = new ArrayList<>();

    /** @param name of the stream */
    public Administration(DataSource dataSource, List<MigrationSource> sources, Settings settings, String name) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.name = name;
        this.migrator = new Migrator(dataSource, sources, settings);
    }

    private interface Work {
        void on(StreamMigration stream, Session session, List<StreamMigration> all) throws SQLException;
    }

    private MigrationReport underLock(Work work) {
        try (Database database = Database.open(dataSource, settings)) {
            Connection connection = database.connection();
            Platform platform = Platform.of(connection);
            List<StreamMigration> streams = migrator.streams(platform);
            StreamMigration named = null;
            for (StreamMigration each : streams) {
                named = each.stream().equals(name) ? each : named;
            }
            if (named == null) {
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
                work.on(named, migrator.session(connection, platform, lock, streams), streams);
            }
            return migrator.report(done, List.of(), List.of());
        } catch (SQLException e) {
            throw Database.refused(settings, e);
        }
    }

    /** See {@link dev.accrete.runtime.Accrete#skip}. */
    public MigrationReport skip(int version, int step, int statement) {
        StatementToSkip skip = new StatementToSkip(step, statement);
        return underLock((stream, session, streams) -> {
            for (AppliedMigration row : stream.history()) {
                if (row.state() == MigrationState.REVERTING && row.version().number() == version) {
                    Script undo = StreamMigration.undoScript(row);
                    require(stream, undo, skip);
                    undo(stream, session, row, undo, row.undo(), skip);
                    return;
                }
            }
            migrator.check(session.connection(), streams, new ArrayList<>());
            Task next = stream.next();
            if (next == null || next.kind() != Task.Kind.APPLY || next.version().number() != version) {
                throw stream.refusal(
                        RuntimeCode.NOT_POSSIBLE,
                        new MigrationVersion(version) + " is not the migration that comes next, which is "
                                + (next == null ? "none" : next.version().toString()),
                        "name the migration that failed, as `accrete status` shows it");
            }
            Script script = stream.scriptOf(next);
            require(stream, script, skip);
            session.refuseForeign(List.of(script));
            done.add(stream.runNext(session, skip));
        });
    }

    private static void require(StreamMigration stream, Script script, StatementToSkip skip) {
        boolean exists = skip.step() >= 1
                && skip.step() <= script.steps().size()
                && skip.statement() >= 1
                && skip.statement()
                        <= script.steps().get(skip.step() - 1).statements().size();
        if (!exists) {
            throw stream.refusal(
                    RuntimeCode.NOT_POSSIBLE,
                    script.fileName() + " has no statement " + skip.statement() + " in step " + skip.step(),
                    "name step and statement as the message of the failure does");
        }
    }

    /** See {@link dev.accrete.runtime.Accrete#rollback}. */
    public MigrationReport rollback(int downTo) {
        return underLock((stream, session, streams) -> {
            List<AppliedMigration> rows = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            List<Script> scripts = new ArrayList<>();
            for (AppliedMigration row : stream.history()) {
                if (row.version().number() > downTo) {
                    rows.add(0, row);
                    texts.add(0, undoText(stream, session.platform(), row));
                    scripts.add(0, MigrationFiles.parse(texts.get(0), undoName(session.platform(), row)));
                }
            }
            session.refuseForeign(scripts);
            for (int i = 0; i < rows.size(); i++) {
                undo(stream, session, rows.get(i), scripts.get(i), texts.get(i), null);
            }
        });
    }

    private static String undoName(Platform platform, AppliedMigration row) {
        return ResourceNames.undoScript(platform.dialect(), row.version(), row.description());
    }

    private static String undoText(StreamMigration stream, Platform platform, AppliedMigration row) {
        String path = undoName(platform, row);
        String text = row.undo().isEmpty() ? stream.files().text(path) : row.undo();
        if (row.state() == MigrationState.SKIPPED) {
            return "-- accrete:undo " + row.label() + " " + platform.dialect() + "\n";
        }
        if (text == null) {
            throw stream.refusal(
                    RuntimeCode.UNDO_MISSING,
                    path + " is missing, so that " + row.label() + " can't be taken back",
                    "restore the script from version control; if the migration is newer than these files, use those of the"
                            + " version that applied it");
        }
        return text;
    }

    private void undo(
            StreamMigration stream,
            Session session,
            AppliedMigration row,
            Script script,
            String text,
            StatementToSkip skip)
            throws SQLException {
        long started = System.nanoTime();
        MigrationState undoing = row.state().isDraft() ? MigrationState.UNDOING : MigrationState.REVERTING;
        stream.undo(session, row, script, text, undoing, skip);
        done.add(new MigrationReport.Applied(
                name, row.version().toString(), row.description(), Duration.ofNanos(System.nanoTime() - started)));
    }

    /** See {@link dev.accrete.runtime.Accrete#stamp}. */
    public MigrationReport stamp(int upTo, StampCheck check) {
        return underLock((stream, session, streams) -> {
            Connection connection = session.connection();
            connection.setAutoCommit(false);
            try {
                check.check(connection, name, upTo);
                stamp(stream, session, upTo);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    private void stamp(StreamMigration stream, Session session, int upTo) throws SQLException {
        if (upTo < 1 || upTo > stream.catalog().lines().size()) {
            throw stream.refusal(
                    RuntimeCode.NOT_POSSIBLE, "the catalog has no migration " + upTo, "name a version of the catalog");
        }
        for (CatalogLine line : stream.catalog().lines().subList(0, upTo)) {
            AppliedMigration row = null;
            for (AppliedMigration each : stream.history()) {
                row = each.version().equals(line.version()) ? each : row;
            }
            if (row != null && row.state().isDone()) {
                continue;
            }
            if (row != null && !row.state().isBegun()) {
                throw stream.refusal(
                        RuntimeCode.NOT_POSSIBLE,
                        row.label() + " is in state " + row.state().word(),
                        "end that first: `accrete rollback` takes it back");
            }
            Optional<Script> script = stream.script(line);
            if (script.isEmpty()) {
                throw stream.refusal(
                        RuntimeCode.SCRIPT_MISSING,
                        "there is no script of " + line.version() + " for this database",
                        "restore it from version control");
            }
            AppliedMigration stamped = stream.row(line, script.get(), "", "stamped");
            if (row == null) {
                session.table().create(session.connection());
                session.table().insert(session.connection(), stamped);
            } else {
                session.table().update(session.connection(), stamped);
            }
            done.add(new MigrationReport.Applied(name, line.version().toString(), line.description(), Duration.ZERO));
        }
    }
}
