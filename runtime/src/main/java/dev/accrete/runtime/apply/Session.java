package dev.accrete.runtime.apply;

import dev.accrete.runtime.Settings;
import dev.accrete.runtime.history.HistoryTable;
import dev.accrete.runtime.platform.MigrationLock;
import dev.accrete.runtime.platform.Platform;
import java.sql.Connection;

/** What every part of a run under the lock needs. */
final class Session {

    /** In auto-commit mode between steps. */
    final Connection connection;

    final Platform platform;
    final HistoryTable table;
    final Settings settings;
    final MigrationLock lock;
    final Covered covered;
    final ForeignGuard guard;

    Session(Connection connection, Platform platform, HistoryTable table, Settings settings, MigrationLock lock) {
        this.connection = connection;
        this.platform = platform;
        this.table = table;
        this.settings = settings;
        this.lock = lock;
        this.covered = new Covered(platform);
        this.guard = new ForeignGuard(platform, covered);
    }
}
