package dev.accrete.runtime.apply;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.MigrationListener;
import dev.accrete.runtime.MigrationMode;
import dev.accrete.runtime.MigrationReport;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.Settings;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.CompiledModel;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.history.AppliedMigration;
import dev.accrete.runtime.history.HistoryCheck;
import dev.accrete.runtime.history.HistoryTable;
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

/** Quick query; else lock, read again, check, run, record. */
public final class Migrator {

    private final DataSource dataSource;
    private final DataSource worker;
    private final List<MigrationFiles> files = new ArrayList<>();
    private final Settings settings;
    private final HistoryTable table;
    /** Whose tables are not foreign, too; {@code null} if there is nobody else. */
    private final Migrator owner;

    private final long started = System.nanoTime();

    /** @param sources not empty; by name */
    public Migrator(DataSource dataSource, List<MigrationSource> sources, Settings settings) {
        this(dataSource, dataSource, sources, settings, null);
    }

    /**
     * @param dataSource for the one query of a start-up with nothing to do
     * @param worker for everything else
     * @param owner whose migrations made the tables that these work on; {@code null} if there is nobody else
     */
    public Migrator(
            DataSource dataSource,
            DataSource worker,
            List<MigrationSource> sources,
            Settings settings,
            Migrator owner) {
        this.owner = owner;
        this.dataSource = dataSource;
        this.worker = worker;
        for (MigrationSource source : sources) {
            files.add(new MigrationFiles(source));
        }
        this.settings = settings;
        this.table = new HistoryTable(settings.qualifiedHistoryTable());
    }

    /**
     * Migrates as the settings say; opens and closes its own connections.
     *
     * @throws AccreteException if migrating fails or is refused
     */
    public MigrationReport migrate() {
        try (Database database = Database.open(dataSource, settings)) {
            if (isUpToDate(database.connection())) {
                return report(List.of(), List.of(), List.of());
            }
            if (worker == dataSource) {
                return migrate(database.connection());
            }
        } catch (SQLException e) {
            throw Database.refused(settings, e);
        }
        try (Database database = Database.open(worker, settings)) {
            return migrate(database.connection());
        } catch (SQLException e) {
            throw Database.refused(settings, e);
        }
    }

    /** What follows when the quick query has shown that there may be something to do. */
    private MigrationReport migrate(Connection connection) throws SQLException {
        Platform platform = Platform.of(connection);
        List<StreamMigration> streams = streams(platform);
        List<String> notes = new ArrayList<>();
        List<String> pending = check(connection, streams, notes);
        if (pending.isEmpty() || settings.mode() == MigrationMode.REPORT) {
            return report(List.of(), pending, notes);
        }
        if (settings.mode() == MigrationMode.VERIFY) {
            throw new AccreteException(
                    RuntimeCode.PENDING,
                    streams.get(0).stream(),
                    "migrations are pending: " + String.join(", ", pending) + "; nothing was changed",
                    "apply them with `accrete migrate`, or start once with mode=apply",
                    null);
        }
        notes.clear();
        List<MigrationReport.Applied> applied = new ArrayList<>();
        try (MigrationLock lock = lock(platform, connection)) {
            check(connection, streams, notes);
            apply(session(connection, platform, lock, streams), streams, applied);
        }
        return report(applied, List.of(), notes);
    }

    /** One statement; reads the last line of each catalog and the compiled model alone. */
    private boolean isUpToDate(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        for (MigrationFiles file : files) {
            names.add(file.stream());
        }
        Optional<List<AppliedMigration>> heads = table.heads(connection, names);
        for (MigrationFiles file : files) {
            CatalogLine expected = file.head().orElse(null);
            boolean same = false;
            if (expected != null && heads.isPresent()) {
                for (AppliedMigration row : heads.get()) {
                    same |= row.stream().equals(file.stream())
                            && row.state().isDone()
                            && row.version().equals(expected.version())
                            && (row.catalogHash().equals(expected.hash())
                                    || file.squashes(Platform.of(connection), expected, row.catalogHash()));
                }
            }
            if (!same) {
                return false;
            }
            CompiledModel model = file.compiledModel().orElse(null);
            if (model != null && (model.draft().isPresent() || !model.isAt(Optional.of(expected)))) {
                return false;
            }
        }
        return true;
    }

    List<StreamMigration> streams(Platform platform) {
        List<StreamMigration> streams = new ArrayList<>();
        for (MigrationFiles file : files) {
            streams.add(new StreamMigration(file, settings, platform));
        }
        return streams;
    }

    MigrationLock lock(Platform platform, Connection connection) throws SQLException {
        return platform.lock(worker, connection, settings, this::waiting);
    }

    HistoryTable table() {
        return table;
    }

    Settings settings() {
        return settings;
    }

    /** What the migrations of all streams that have begun made is theirs. */
    Session session(Connection connection, Platform platform, MigrationLock lock, List<StreamMigration> streams)
            throws SQLException {
        Session session = new Session(connection, platform, table, settings, lock);
        cover(session, streams);
        if (owner != null) {
            List<StreamMigration> others = owner.streams(platform);
            for (StreamMigration other : others) {
                other.check(connection, owner.table);
            }
            owner.cover(session, others);
        }
        return session;
    }

    private void cover(Session session, List<StreamMigration> streams) {
        session.covered.addSqlName(table.name());
        session.covered.addSqlName(table.name() + "_lock");
        for (StreamMigration stream : streams) {
            stream.cover(session.covered);
        }
    }

    /** First everything that can be refused is, then one migration after the other runs. */
    private void apply(Session session, List<StreamMigration> streams, List<MigrationReport.Applied> applied)
            throws SQLException {
        List<Script> scripts = new ArrayList<>();
        for (StreamMigration stream : streams) {
            scripts.addAll(stream.pending());
        }
        session.guard.refuse(session.connection, scripts);
        StreamOrder order = new StreamOrder(session.platform, streams);
        for (StreamMigration stream = order.next(); stream != null; stream = order.next()) {
            MigrationReport.Applied done = stream.runNext(session);
            if (done != null) {
                applied.add(done);
            }
        }
    }

    /** The first problem ends the run; all others of the same check are named with it. */
    List<String> check(Connection connection, List<StreamMigration> streams, List<String> notes) throws SQLException {
        List<String> pending = new ArrayList<>();
        AccreteException first = null;
        for (StreamMigration stream : streams) {
            HistoryCheck result = stream.check(connection, table);
            notes.addAll(result.notes());
            for (AccreteException problem : result.problems()) {
                if (first == null) {
                    first = problem;
                } else {
                    first.addSuppressed(problem);
                }
            }
            for (Task task : result.tasks()) {
                if (task.kind() == Task.Kind.REHASH && settings.mode() == MigrationMode.VERIFY) {
                    continue;
                }
                pending.add(task.version() + " " + task.description()
                        + (task.kind() == Task.Kind.UNDO ? " (take back)" : ""));
            }
        }
        if (first != null) {
            throw first;
        }
        return pending;
    }

    private void waiting(String text) {
        System.getLogger("dev.accrete").log(System.Logger.Level.INFO, text);
        settings.listener().on(new MigrationListener.Event(MigrationListener.Kind.WAITING, "", "", 0, 0, text));
    }

    MigrationReport report(List<MigrationReport.Applied> applied, List<String> pending, List<String> notes) {
        return new MigrationReport(
                applied, pending, notes, Optional.empty(), Duration.ofNanos(System.nanoTime() - started));
    }
}
