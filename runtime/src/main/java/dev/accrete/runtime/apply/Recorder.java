package dev.accrete.runtime.apply;

import dev.accrete.runtime.history.AppliedMigration;
import dev.accrete.runtime.history.HistoryTable;
import dev.accrete.runtime.history.MigrationState;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes how far one migration is. The first write adds the row, and creates the table if there is none. */
final class Recorder {

    private final HistoryTable table;
    private final MigrationState running;
    private final MigrationState done;
    private final boolean deleteWhenDone;
    private AppliedMigration row;
    private boolean recorded;
    private boolean recordedBefore;

    /**
     * @param row at the step and statement where the run starts
     * @param recorded whether the row is in the table
     * @param running the state between steps
     * @param done the state after the last step
     * @param deleteWhenDone whether the row goes after the last step instead
     */
    Recorder(
            HistoryTable table,
            AppliedMigration row,
            boolean recorded,
            MigrationState running,
            MigrationState done,
            boolean deleteWhenDone) {
        this.table = table;
        this.row = row;
        this.recorded = recorded;
        this.recordedBefore = recorded;
        this.running = running;
        this.done = done;
        this.deleteWhenDone = deleteWhenDone;
    }

    AppliedMigration row() {
        return row;
    }

    boolean isRecorded() {
        return recorded;
    }

    /** Steps up to {@code step} and so many statements of the next are done. */
    void progress(Connection connection, int step, int statement) throws SQLException {
        save(connection, row.at(running, step, statement));
    }

    /** All steps are done. */
    void finish(Connection connection, int lastStep, long millis) throws SQLException {
        if (deleteWhenDone) {
            table.delete(connection, row);
        } else {
            save(connection, row.at(done, lastStep, 0).after(millis));
        }
    }

    private void save(Connection connection, AppliedMigration newRow) throws SQLException {
        if (recorded) {
            table.update(connection, newRow);
        } else {
            table.create(connection);
            table.insert(connection, newRow);
            recorded = true;
        }
        row = newRow;
    }

    /** What was written since the last commit is kept. */
    void committed() {
        recordedBefore = recorded;
    }

    /** What was written since the last commit is gone. */
    void rolledBack(AppliedMigration lastCommitted) {
        recorded = recordedBefore;
        row = lastCommitted;
    }
}
