package dev.accrete.runtime.apply;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.JavaMigration;
import dev.accrete.runtime.MigrationListener;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.format.StepMode;
import dev.accrete.runtime.jdbc.Sql;
import dev.accrete.runtime.platform.MigrationLock;
import dev.accrete.runtime.platform.Platform;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;

/**
 * Runs the steps of one script from where its record stands. The connection is in auto-commit mode before and after; what
 * commits together with its record turns it off in between.
 */
final class ScriptRunner {

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2000;
    private static final int SHOWN_STATEMENT = 300;

    private final Session session;
    private final Connection connection;
    private final Platform platform;
    private final MigrationFiles files;
    private final Script script;
    private final Recorder recorder;
    /** Whether this takes back a migration that had not ended, so that some of it may not be there. */
    private final boolean part;
    /** Whether a run that was killed may have done the statement where the record stands. */
    private boolean mayBeDone;

    ScriptRunner(Session session, MigrationFiles files, Script script, Recorder recorder, boolean part) {
        this.session = session;
        this.connection = session.connection;
        this.platform = session.platform;
        this.files = files;
        this.script = script;
        this.recorder = recorder;
        this.part = part;
    }

    /**
     * Runs what is left; afterwards the record is final.
     *
     * @throws AccreteException if a statement fails; the record says so
     */
    void run() throws SQLException {
        mayBeDone = recorder.mayBeFurther();
        session.guard.permit(script.foreign());
        try {
            for (ScriptStep step : script.steps()) {
                if (step.number() > recorder.row().step()) {
                    session.lock.check(connection);
                    runStep(step);
                    mayBeDone = false;
                }
            }
        } catch (AccreteException e) {
            if (e.code() != RuntimeCode.LOCK_LOST) {
                recordFailure(e);
            }
            throw e;
        }
        if (!recorder.isFinished()) {
            recorder.begin();
            try {
                recorder.finish();
                recorder.commit();
            } finally {
                recorder.end();
            }
        }
    }

    /** Not without the lock: the row may be another process's by now. */
    private void recordFailure(AccreteException failure) {
        try {
            session.lock.check(connection);
            recorder.failed(failure.getMessage());
        } catch (SQLException | AccreteException e) {
            failure.addSuppressed(e);
        }
    }

    private void runStep(ScriptStep step) throws SQLException {
        if (step.mode() == StepMode.JAVA) {
            java(step);
            return;
        }
        if (step.mode() == StepMode.TRANSACTION && platform.hasTransactionalDdl()) {
            transaction(step);
            return;
        }
        List<String> timeouts = platform.liftTimeouts(connection);
        try {
            oneByOne(step);
        } finally {
            try {
                platform.restoreTimeouts(connection, timeouts);
            } catch (SQLException e) {
                MigrationLock.ended(e);
            }
        }
    }

    /** One batch after the other, each in a transaction with its record, until one has nothing left to do. */
    private void java(ScriptStep step) throws SQLException {
        String name = step.statements().get(0).sql();
        if (name.isEmpty() || !Script.isFor(step.environments(), session.settings.environment())) {
            record(step.number(), 0, null);
            return;
        }
        JavaMigration migration = files.java(name, place(step));
        long all = 0;
        long rows = 1;
        for (int batch = recorder.row().statement(); rows > 0; batch++) {
            session.lock.check(connection);
            recorder.begin();
            try {
                session.guard.remember(connection);
                rows = migration.migrate(connection, batch);
                session.guard.check(connection, place(step), platform.hasTransactionalDdl());
                recorder.progress(rows > 0 ? step.number() - 1 : step.number(), rows > 0 ? batch + 1 : 0);
                recorder.commit();
            } catch (AccreteException e) {
                throw e;
            } catch (Exception e) {
                throw new AccreteException(
                        RuntimeCode.JAVA_MIGRATION,
                        place(step),
                        name + ", batch " + batch + ": " + e + "; this batch was rolled back, those before it stay",
                        "correct the class or the data, then start again, which resumes with this batch",
                        e);
            } finally {
                recorder.end();
            }
            all += rows;
            event(MigrationListener.Kind.STATEMENT_DONE, batch + 1, 0, name + ": " + all + " rows");
        }
    }

    /** The step and its record commit together; while the application holds a lock, again and again. */
    private void transaction(ScriptStep step) throws SQLException {
        // A step that commits with its record is done or not.
        mayBeDone = false;
        long end = System.nanoTime() + session.settings.lockWait().toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            recorder.begin();
            try {
                try {
                    platform.takeLocks(connection, step);
                } catch (SQLException e) {
                    throw failed(step, 0, e);
                }
                // Not before: what others change while this waits is none of this step's doing.
                session.guard.remember(connection);
                for (int i = 0; i < step.statements().size(); i++) {
                    execute(step, i);
                }
                session.guard.check(connection, place(step), true);
                recorder.progress(step.number(), 0);
                recorder.commit();
                return;
            } catch (AccreteException | SQLException e) {
                // The record's own write waits no longer than the step's statements.
                boolean retry = !step.locks().isEmpty()
                        && (e instanceof SQLException ? e : e.getCause()) instanceof SQLException cause
                        && platform.isLockFailure(cause)
                        && System.nanoTime() < end;
                if (!retry) {
                    throw e;
                }
            } finally {
                recorder.end();
            }
            event(
                    MigrationListener.Kind.WAITING,
                    0,
                    0,
                    "waiting for a lock that the application holds: " + place(step));
            MigrationLock.pause(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    /**
     * Each statement is recorded when it is done: outside a transaction where the step says so, else together with its
     * record, as far as the database lets it (H2 commits before and after DDL).
     */
    private void oneByOne(ScriptStep step) throws SQLException {
        int done = recorder.row().statement();
        if (!recorder.isBegun()) {
            record(step.number() - 1, 0, null);
        }
        session.guard.remember(connection);
        if (step.index().isPresent()) {
            done = prepareIndex(step, done);
        }
        int count = step.statements().size();
        for (int i = done; i < count; i++) {
            if (step.mode() == StepMode.TRANSACTION) {
                record(step.number() - 1, i + 1, step);
            } else {
                execute(step, i);
                if (i + 1 < count) {
                    record(step.number() - 1, i + 1, null);
                }
            }
        }
        checkIndex(step);
        session.guard.check(connection, place(step), false);
        record(step.number(), 0, null);
    }

    /** @param with the step whose statement before {@code statement} shares the transaction; {@code null} if none */
    private void record(int step, int statement, ScriptStep with) throws SQLException {
        recorder.begin();
        try {
            if (with != null) {
                execute(with, statement - 1);
            }
            recorder.progress(step, statement);
            recorder.commit();
        } finally {
            recorder.end();
        }
    }

    /** @return how many statements of the step need not run: all if a run that was killed has built the index */
    private int prepareIndex(ScriptStep step, int done) throws SQLException {
        String index = step.index().get();
        for (ScriptStatement statement : step.statements()) {
            // There is none, or it is somebody else's, and the statement will say so.
            if (SqlTarget.isElsewhere(statement, platform, connection)) {
                return 0;
            }
        }
        if (platform.isIndex(connection, index, true)) {
            return mayBeDone && step.statements().size() == 1 ? 1 : done;
        }
        if (platform.isIndex(connection, index, false)) {
            platform.dropFreeIndex(connection, index);
        }
        return 0;
    }

    private void checkIndex(ScriptStep step) throws SQLException {
        boolean invalid = step.index().isPresent()
                && platform.isIndex(connection, step.index().get(), false);
        if (invalid) {
            throw new AccreteException(
                    RuntimeCode.INDEX_INVALID,
                    place(step),
                    "the index " + step.index().get() + " was built, but is not valid",
                    "start again: it is dropped and built anew",
                    null);
        }
    }

    private void execute(ScriptStep step, int index) {
        boolean first = mayBeDone;
        mayBeDone = false;
        try {
            String sql = step.statements().get(index).sql();
            // An error ends a transaction on PostgreSQL, or takes it back to here.
            Savepoint before = part && !connection.getAutoCommit() ? connection.setSavepoint() : null;
            try {
                if (!sql.isEmpty()) {
                    Sql.run(connection, sql);
                }
            } catch (SQLException e) {
                if (!(first || part) || !platform.saysDone(e)) {
                    throw e;
                }
                if (before != null) {
                    connection.rollback(before);
                }
                if (SqlTarget.isElsewhere(step.statements().get(index), platform, connection)) {
                    throw e;
                }
            }
        } catch (SQLException e) {
            throw failed(step, index, e);
        }
        int done = index + 1;
        int all = 0;
        for (ScriptStep each : script.steps()) {
            int statements = each.statements().size();
            all += statements;
            done += each.number() < step.number() ? statements : 0;
        }
        event(MigrationListener.Kind.STATEMENT_DONE, done, all, step.text());
    }

    private void event(MigrationListener.Kind kind, int statement, int statements, String text) {
        session.settings
                .listener()
                .on(new MigrationListener.Event(
                        kind, files.stream(), script.version().toString(), statement, statements, text));
    }

    private AccreteException failed(ScriptStep step, int index, SQLException e) {
        ScriptStatement statement = step.statements().get(index);
        String sql = statement.sql();
        boolean rolledBack = step.mode() == StepMode.TRANSACTION && platform.hasTransactionalDdl();
        return new AccreteException(
                RuntimeCode.STATEMENT_FAILED,
                script.fileName() + ":" + statement.line() + ", step " + step.number() + ", statement " + (index + 1),
                Sql.describe(e) + "\n  statement: "
                        + (sql.length() > SHOWN_STATEMENT ? sql.substring(0, SHOWN_STATEMENT) + "…" : sql)
                        + (script.undo()
                                ? "\n  " + script.version() + " is being taken back"
                                : "\n  the migrations before " + script.version() + " are applied")
                        + (step.number() == 1
                                ? ""
                                : script.undo()
                                        ? "; the steps before this one are done"
                                        : "; its steps before this one are applied")
                        + (rolledBack
                                ? "; this step was rolled back"
                                : index == 0 ? "" : "; the statements before it stay"),
                (standsAgainst(e)
                                ? "change the rows that stand against it, which the header of a generated script has queries for,"
                                : "remove the cause in the database,")
                        + (script.undo() ? " or correct the script;" : " or correct the script and run `accrete seal`;")
                        + " then start again, which resumes here; or leave the"
                        + " statement out with `accrete skip " + script.version() + " " + step.number() + " "
                        + (index + 1) + "`"
                        + (script.undo() ? "" : ", or take the migration back with `accrete revert`"),
                e);
    }

    /** SQL states of classes 22 and 23: a value that does not fit, a constraint that rows violate. */
    private static boolean standsAgainst(SQLException e) {
        return e.getSQLState() != null
                && (e.getSQLState().startsWith("22") || e.getSQLState().startsWith("23"));
    }

    private String place(ScriptStep step) {
        int line = step.statements().isEmpty() ? 1 : step.statements().get(0).line();
        return script.fileName() + ":" + line + ", step " + step.number();
    }
}
