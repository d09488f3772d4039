package dev.accrete.runtime.apply;

import dev.accrete.runtime.format.Checksum;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.history.AppliedMigration;
import dev.accrete.runtime.history.HistoryTable;
import dev.accrete.runtime.history.MigrationState;
import dev.accrete.runtime.platform.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Writes how far one migration is, and holds the transaction in which the work and its record commit together. The first
 * write adds the row, and creates the table if there is none.
 */
final class Recorder {

    private static final int LONGEST_NOTE = 2000;

    private final Connection connection;
    private final HistoryTable table;
    private final Script script;
    private final MigrationState running;
    /** {@code null}: the row goes. */
    private final MigrationState done;

    private AppliedMigration row;
    private final boolean mayBeFurther;
    private boolean recorded;
    private boolean begun;
    private boolean finished;
    private AppliedMigration rowBefore;
    private boolean recordedBefore;

    /**
     * @param row at the step and statement where the run starts
     * @param inTable the row as it is recorded; {@code null} if it is not
     * @param running the state between steps
     * @param done the state after the last step; {@code null} if the row is deleted then
     */
    Recorder(
            Session session,
            Script script,
            AppliedMigration row,
            AppliedMigration inTable,
            MigrationState running,
            MigrationState done) {
        this.connection = session.connection;
        this.table = session.table;
        this.script = script;
        this.row = row;
        this.recorded = inTable != null;
        this.begun = recorded
                && (inTable.state() == running
                        || inTable.state() == MigrationState.FAILED && running == MigrationState.RUNNING);
        this.mayBeFurther = begun && inTable.note().isEmpty();
        this.running = running;
        this.done = done;
    }

    AppliedMigration row() {
        return row;
    }

    /** Whether the table says that the work has begun. */
    boolean isBegun() {
        return begun;
    }

    /** Whether an earlier run was killed, so that it may have done one statement more than it could record. */
    boolean mayBeFurther() {
        return mayBeFurther;
    }

    boolean isFinished() {
        return finished;
    }

    /** Turns auto-commit off; {@link #end} follows in any case. */
    void begin() throws SQLException {
        rowBefore = row;
        recordedBefore = recorded;
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
        rowBefore = null;
        begun = true;
    }

    /**
     * Rolls back what was not committed and turns auto-commit on. A connection that is cut can't do either, and need
     * not; the first error is the one to tell.
     */
    void end() {
        try {
            if (rowBefore != null) {
                row = rowBefore;
                recorded = recordedBefore;
                finished = false;
                rowBefore = null;
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            MigrationLock.ended(e);
        }
    }

    /** Whole steps, and so many statements of the next, are done. */
    void progress(int steps, int statements) throws SQLException {
        if (steps == script.steps().size()) {
            finish();
        } else {
            save(row.at(running, steps, statements, Checksum.of(script, steps, statements)));
        }
    }

    /** All steps are done. */
    void finish() throws SQLException {
        finished = true;
        if (done == null) {
            table.delete(connection, row);
        } else {
            long millis = System.currentTimeMillis() - row.appliedAt().toEpochMilli();
            save(row.at(done, script.steps().size(), 0, Checksum.of(script)).after(Math.max(0, millis)));
        }
    }

    /** Why the run ended; as good as it can, since the connection may be the reason. */
    void failed(String why) {
        MigrationState state = running == MigrationState.RUNNING ? MigrationState.FAILED : running;
        String note = why.replace("\0", "");
        try {
            begin();
            save(row.in(state, row.undo(), note.substring(0, Math.min(note.length(), LONGEST_NOTE))));
            commit();
        } catch (SQLException e) {
            MigrationLock.ended(e);
        } finally {
            end();
        }
    }

    private void save(AppliedMigration newRow) throws SQLException {
        if (recorded) {
            table.update(connection, newRow);
        } else {
            table.create(connection);
            table.insert(connection, newRow);
            recorded = true;
        }
        row = newRow;
    }
}
