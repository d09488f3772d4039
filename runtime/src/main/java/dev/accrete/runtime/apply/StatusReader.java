package dev.accrete.runtime.apply;

import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.MigrationStatus;
import dev.accrete.runtime.Settings;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.history.AppliedMigration;
import dev.accrete.runtime.history.HistoryCheck;
import dev.accrete.runtime.history.MigrationState;
import dev.accrete.runtime.history.Task;
import dev.accrete.runtime.platform.Platform;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Tells how a database stands, without a lock and without changing anything. */
public final class StatusReader {

    private StatusReader() {}

    /** @return one status per source */
    public static List<MigrationStatus> read(DataSource dataSource, List<MigrationSource> sources, Settings settings) {
        Migrator migrator = new Migrator(dataSource, sources, settings);
        try (Database database = Database.open(dataSource, settings)) {
            Platform platform = Platform.of(database.connection());
            String holder = platform.lockHolder(database.connection(), settings);
            List<MigrationStatus> statuses = new ArrayList<>();
            for (StreamMigration stream : migrator.streams(platform)) {
                HistoryCheck result = stream.check(database.connection(), migrator.table());
                statuses.add(new MigrationStatus(
                        stream.stream(),
                        platform.dialect(),
                        holder.isEmpty() ? Optional.empty() : Optional.of(holder),
                        entries(stream, result, holder),
                        result.problems(),
                        result.notes()));
            }
            return statuses;
        } catch (SQLException e) {
            throw Database.refused(settings, e);
        }
    }

    private static List<MigrationStatus.Entry> entries(StreamMigration stream, HistoryCheck result, String holder) {
        List<MigrationStatus.Entry> entries = new ArrayList<>();
        for (AppliedMigration row : stream.history()) {
            boolean interrupted = row.state() == MigrationState.RUNNING && holder.isEmpty();
            entries.add(new MigrationStatus.Entry(
                    row.version().toString(),
                    row.description(),
                    interrupted ? MigrationStatus.INTERRUPTED : row.state().word(),
                    row.verdict(),
                    row.step(),
                    row.statement(),
                    row.note(),
                    Optional.of(row.appliedAt()),
                    Optional.of(row.appliedBy())));
        }
        for (Task task : result.tasks()) {
            if (task.row().isEmpty()) {
                Script script = scriptOf(stream, task);
                boolean known = script != null && script.verdict().isPresent();
                entries.add(new MigrationStatus.Entry(
                        task.version().toString(),
                        task.description(),
                        MigrationStatus.PENDING,
                        known ? script.verdict().get().word() : "",
                        0,
                        0,
                        "",
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        return entries;
    }

    /** A pending migration may have no script; that is among the problems. */
    private static Script scriptOf(StreamMigration stream, Task task) {
        return task.line().isPresent() && stream.script(task.line().get()).isEmpty() ? null : stream.scriptOf(task);
    }
}
