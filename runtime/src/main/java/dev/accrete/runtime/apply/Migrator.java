package dev.accrete.runtime.apply;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.DraftPolicy;
import dev.accrete.runtime.MigrationListener;
import dev.accrete.runtime.MigrationMode;
import dev.accrete.runtime.MigrationReport;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.MigrationStatus;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.Settings;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.CompiledModel;
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
    private final List<MigrationFiles> files;
    private final Settings settings;
    private final HistoryTable table;
    private final long started = System.nanoTime();

    /** @param sources in the order in which they are migrated */
    public Migrator(DataSource dataSource, List<MigrationSource> sources, Settings settings) {
        this.dataSource = dataSource;
        this.files = sources.stream().map(MigrationFiles::new).toList();
        this.settings = settings;
        this.table = new HistoryTable(settings.qualifiedHistoryTable());
    }

    /**
     * Migrates as the settings say; opens and closes its own connections.
     *
     * @throws AccreteException if migrating fails or is refused
     */
    public MigrationReport migrate() {
        if (files.isEmpty()) {
            return report(List.of(), List.of(), List.of());
        }
        return withConnection(connection -> {
            if (isUpToDate(connection)) {
                return report(List.of(), List.of(), List.of());
            }
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
            return apply(connection, platform, streams);
        });
    }

    private MigrationReport apply(Connection connection, Platform platform, List<StreamMigration> streams)
            throws SQLException {
        List<MigrationReport.Applied> applied = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try (MigrationLock lock = platform.lock(dataSource, connection, settings, this::waiting)) {
            check(connection, streams, notes);
            for (StreamMigration stream : streams) {
                applied.addAll(stream.apply(connection, table, lock));
            }
        }
        return report(applied, List.of(), notes);
    }

    /**
     * How the database stands, without a lock and without changing anything.
     *
     * @return one status per source
     */
    public List<MigrationStatus> status() {
        if (files.isEmpty()) {
            return List.of();
        }
        return withConnection(connection -> {
            Platform platform = Platform.of(connection);
            List<MigrationStatus> statuses = new ArrayList<>();
            for (StreamMigration stream : streams(platform)) {
                HistoryCheck.Result result = stream.check(connection, table);
                List<MigrationStatus.Entry> entries = new ArrayList<>();
                for (AppliedMigration row : stream.history()) {
                    entries.add(new MigrationStatus.Entry(
                            row.version().toString(),
                            row.description(),
                            row.state().word(),
                            Optional.of(row.appliedAt()),
                            Optional.of(row.appliedBy())));
                }
                result.tasks().stream()
                        .filter(task -> task.row().isEmpty())
                        .map(task -> new MigrationStatus.Entry(
                                task.version().toString(),
                                task.line().map(CatalogLine::description).orElse("draft"),
                                "pending",
                                Optional.empty(),
                                Optional.empty()))
                        .forEach(entries::add);
                statuses.add(new MigrationStatus(
                        stream.stream(), platform.dialect(), entries, result.problems(), result.notes()));
            }
            return statuses;
        });
    }

    private List<StreamMigration> streams(Platform platform) {
        return files.stream()
                .map(file -> new StreamMigration(file, settings, platform))
                .toList();
    }

    /** The first problem ends the run; all others of the same check are named with it. */
    private List<String> check(Connection connection, List<StreamMigration> streams, List<String> notes)
            throws SQLException {
        List<String> pending = new ArrayList<>();
        List<AccreteException> problems = new ArrayList<>();
        for (StreamMigration stream : streams) {
            HistoryCheck.Result result = stream.check(connection, table);
            problems.addAll(result.problems());
            notes.addAll(result.notes());
            for (Task task : result.tasks()) {
                pending.add(task.version() + " "
                        + task.line().map(CatalogLine::description).orElse("draft")
                        + (task.kind() == Task.Kind.UNDO ? " (take back)" : ""));
            }
        }
        if (!problems.isEmpty()) {
            AccreteException first = problems.get(0);
            problems.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        return pending;
    }

    /** One statement; reads the last line of each catalog and the compiled model alone. */
    private boolean isUpToDate(Connection connection) throws SQLException {
        List<AppliedMigration> heads = table.heads(
                        connection, files.stream().map(MigrationFiles::stream).toList())
                .orElse(List.of());
        for (MigrationFiles file : files) {
            Optional<CatalogLine> expected = file.head();
            Optional<AppliedMigration> head = heads.stream()
                    .filter(row -> row.stream().equals(file.stream()))
                    .findFirst();
            boolean same = expected.isPresent()
                    && head.isPresent()
                    && head.get().state().isDone()
                    && head.get().version().equals(expected.get().version())
                    && head.get().catalogHash().equals(expected.get().hash());
            if (!same || !isSaved(file, expected.get())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSaved(MigrationFiles file, CatalogLine head) {
        return file.compiledModel()
                .map(model -> model.draft().isEmpty() && model.head().equals(Optional.of(CompiledModel.Head.of(head))))
                .orElse(true);
    }

    private void waiting(String text) {
        System.getLogger("dev.accrete").log(System.Logger.Level.INFO, text);
        settings.listener().on(new MigrationListener.Event(MigrationListener.Kind.WAITING, "", "", 0, 0, text));
    }

    private MigrationReport report(List<MigrationReport.Applied> applied, List<String> pending, List<String> notes) {
        return new MigrationReport(
                applied, pending, notes, Optional.empty(), Duration.ofNanos(System.nanoTime() - started));
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** A connection in auto-commit mode and in the right schema; handed back as it came. */
    private <T> T withConnection(Work<T> work) {
        refuseDraftsInProduction();
        try (Connection connection = connect()) {
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            Optional<String> schema = settings.schema();
            String before = schema.isPresent() ? connection.getSchema() : "";
            if (schema.isPresent()) {
                connection.setSchema(schema.get());
            }
            try {
                return work.run(connection);
            } finally {
                if (!connection.isClosed()) {
                    if (schema.isPresent()) {
                        connection.setSchema(before);
                    }
                    if (!autoCommit) {
                        connection.setAutoCommit(false);
                    }
                }
            }
        } catch (SQLException e) {
            throw new AccreteException(
                    RuntimeCode.DATABASE,
                    table.name(),
                    String.valueOf(e.getMessage()).strip() + " (SQL state " + e.getSQLState()
                            + "); what the history records as applied is applied, nothing else",
                    "give the user the right to create and write the history table and what the scripts create, see to"
                            + " disk space and connections, then start again",
                    e);
        }
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new AccreteException(
                    RuntimeCode.NO_CONNECTION,
                    "the database",
                    String.valueOf(e.getMessage()).strip() + " (SQL state " + e.getSQLState()
                            + "); nothing was changed",
                    "check URL, user and password, that the server runs, and that its JDBC driver is on the class path",
                    e);
        }
    }

    private void refuseDraftsInProduction() {
        boolean production = settings.environment()
                .filter(name -> name.equalsIgnoreCase("production") || name.equalsIgnoreCase("prod"))
                .isPresent();
        if (production && settings.drafts() == DraftPolicy.APPLY) {
            throw new AccreteException(
                    RuntimeCode.SETTING,
                    "drafts",
                    "drafts=apply in environment " + settings.environment().get() + "; nothing was changed",
                    "set drafts=refuse there and save the migration",
                    null);
        }
    }
}
