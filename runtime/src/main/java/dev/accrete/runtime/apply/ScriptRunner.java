package dev.accrete.runtime.apply;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.MigrationListener;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.Settings;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.format.StepMode;
import dev.accrete.runtime.history.AppliedMigration;
import dev.accrete.runtime.platform.MigrationLock;
import dev.accrete.runtime.platform.Platform;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the steps of one script from where its record stands. The connection is in auto-commit mode before and after; a
 * transactional step turns it off in between.
 */
final class ScriptRunner {

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2000;
    private static final int SHOWN_STATEMENT = 300;

    private final Connection connection;
    private final Platform platform;
    private final MigrationLock lock;
    private final ForeignGuard guard;
    private final Settings settings;
    private final String stream;
    private long started;

    ScriptRunner(
            Connection connection,
            Platform platform,
            MigrationLock lock,
            ForeignGuard guard,
            Settings settings,
            String stream) {
        this.connection = connection;
        this.platform = platform;
        this.lock = lock;
        this.guard = guard;
        this.settings = settings;
        this.stream = stream;
    }

    /** Runs what is left; afterwards the record is final. */
    void run(Script script, Recorder recorder) throws SQLException {
        started = System.nanoTime();
        int last = script.steps().size();
        boolean resumed = recorder.isRecorded();
        boolean open = true;
        for (ScriptStep step : script.steps()) {
            if (step.number() > recorder.row().step()) {
                open = step.number() < last;
                runStep(script, step, recorder, !open, resumed);
            }
        }
        if (open) {
            finish(recorder, last);
        }
    }

    /** For scripts without steps, and for those that were killed between the last step and the final record. */
    private void finish(Recorder recorder, int last) throws SQLException {
        inTransaction(recorder, () -> recorder.finish(connection, last, elapsedMillis()));
    }

    private void runStep(Script script, ScriptStep step, Recorder recorder, boolean isLast, boolean resumed)
            throws SQLException {
        lock.check(connection);
        if (step.mode() == StepMode.TRANSACTION) {
            if (!platform.hasTransactionalDdl() && !recorder.isRecorded()) {
                inTransaction(recorder, () -> recorder.progress(connection, step.number() - 1, 0));
            }
            transaction(script, step, recorder, isLast);
        } else {
            List<String> timeouts = platform.liftTimeouts(connection);
            try {
                autocommit(script, step, recorder, isLast, resumed);
            } finally {
                restoreTimeouts(timeouts);
            }
        }
    }

    /** On a connection that is cut there is nothing to restore; the first error is the one to tell. */
    private void restoreTimeouts(List<String> timeouts) {
        try {
            platform.restoreTimeouts(connection, timeouts);
        } catch (SQLException e) {
            System.getLogger("dev.accrete").log(System.Logger.Level.DEBUG, "the connection is gone", e);
        }
    }

    private void transaction(Script script, ScriptStep step, Recorder recorder, boolean isLast) throws SQLException {
        long end = System.nanoTime() + settings.lockWait().toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                inTransaction(recorder, () -> {
                    guard.remember(connection);
                    takeLocks(script, step);
                    for (int i = 0; i < step.statements().size(); i++) {
                        execute(script, step, i);
                    }
                    guard.check(connection, place(script, step), platform.hasTransactionalDdl());
                    record(recorder, step, isLast);
                });
                return;
            } catch (AccreteException e) {
                boolean retry = !step.locks().isEmpty()
                        && e.getCause() instanceof SQLException cause
                        && platform.isLockFailure(cause)
                        && System.nanoTime() < end;
                if (!retry) {
                    throw e;
                }
                settings.listener()
                        .on(new MigrationListener.Event(
                                MigrationListener.Kind.WAITING,
                                stream,
                                script.version().toString(),
                                0,
                                0,
                                "waiting for a lock that the application holds: " + place(script, step)));
                sleep(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void takeLocks(Script script, ScriptStep step) throws SQLException {
        try {
            platform.takeLocks(connection, step);
        } catch (SQLException e) {
            throw failed(script, step, 0, e);
        }
    }

    private void record(Recorder recorder, ScriptStep step, boolean isLast) throws SQLException {
        if (isLast) {
            recorder.finish(connection, step.number(), elapsedMillis());
        } else {
            recorder.progress(connection, step.number(), 0);
        }
    }

    private void autocommit(Script script, ScriptStep step, Recorder recorder, boolean isLast, boolean resumed)
            throws SQLException {
        int done = recorder.row().statement();
        if (!recorder.isRecorded()) {
            inTransaction(recorder, () -> recorder.progress(connection, step.number() - 1, 0));
        }
        guard.remember(connection);
        if (step.index().isPresent()) {
            done = prepareIndex(step, resumed, done);
        }
        for (int i = done; i < step.statements().size(); i++) {
            execute(script, step, i);
            if (i + 1 < step.statements().size()) {
                recorder.progress(connection, step.number() - 1, i + 1);
            }
        }
        checkIndex(script, step);
        guard.check(connection, place(script, step), false);
        record(recorder, step, isLast);
        recorder.committed();
    }

    /** @return how many statements of the step need not run: all if a run that was killed has built the index */
    private int prepareIndex(ScriptStep step, boolean resumed, int done) throws SQLException {
        String index = step.index().get();
        return switch (platform.indexState(connection, index)) {
            case ABSENT -> 0;
            case INVALID -> {
                platform.dropInvalidIndex(connection, index);
                yield 0;
            }
            case VALID -> resumed && step.statements().size() == 1 ? 1 : done;
        };
    }

    private void checkIndex(Script script, ScriptStep step) throws SQLException {
        boolean invalid = step.index().isPresent()
                && platform.indexState(connection, step.index().get()) == Platform.IndexState.INVALID;
        if (invalid) {
            throw new AccreteException(
                    RuntimeCode.INDEX_INVALID,
                    place(script, step),
                    "the index " + step.index().get() + " was built, but is not valid",
                    "start again: it is dropped and built anew",
                    null);
        }
    }

    private void execute(Script script, ScriptStep step, int index) {
        ScriptStatement sql = step.statements().get(index);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql.sql());
        } catch (SQLException e) {
            throw failed(script, step, index, e);
        }
        int before = script.steps().stream()
                .filter(it -> it.number() < step.number())
                .mapToInt(it -> it.statements().size())
                .sum();
        int all = script.steps().stream().mapToInt(it -> it.statements().size()).sum();
        settings.listener()
                .on(new MigrationListener.Event(
                        MigrationListener.Kind.STATEMENT_DONE,
                        stream,
                        script.version().toString(),
                        before + index + 1,
                        all,
                        step.text()));
    }

    private AccreteException failed(Script script, ScriptStep step, int index, SQLException e) {
        ScriptStatement statement = step.statements().get(index);
        String sql = statement.sql().length() > SHOWN_STATEMENT
                ? statement.sql().substring(0, SHOWN_STATEMENT) + "…"
                : statement.sql();
        boolean rolledBack = step.mode() == StepMode.TRANSACTION && platform.hasTransactionalDdl();
        String state = step.number() == 1 ? "" : "; its steps before this one are applied";
        String kept = rolledBack ? "; this step was rolled back" : index == 0 ? "" : "; the statements before it stay";
        return new AccreteException(
                RuntimeCode.STATEMENT_FAILED,
                script.fileName() + ":" + statement.line() + ", step " + step.number() + ", statement " + (index + 1),
                String.valueOf(e.getMessage()).strip() + " (SQL state " + e.getSQLState() + ")\n  statement: " + sql
                        + "\n  the migrations before " + script.version() + " are applied" + state + kept,
                "remove the cause in the database, or correct the script and run `accrete seal`; then start again, which"
                        + " resumes here",
                e);
    }

    private static String place(Script script, ScriptStep step) {
        int line = step.statements().isEmpty() ? 1 : step.statements().get(0).line();
        return script.fileName() + ":" + line + ", step " + step.number();
    }

    private long elapsedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AccreteException(
                    RuntimeCode.STATEMENT_FAILED, "the step", "interrupted while waiting for a lock", "start again", e);
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void inTransaction(Recorder recorder, Work work) throws SQLException {
        AppliedMigration before = recorder.row();
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            work.run();
            connection.commit();
            committed = true;
            recorder.committed();
        } finally {
            if (!committed) {
                recorder.rolledBack(before);
                rollBack();
            }
            restoreAutoCommit();
        }
    }

    /** A connection that is cut can't be rolled back, and need not be; the first error is the one to tell. */
    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            System.getLogger("dev.accrete").log(System.Logger.Level.DEBUG, "the connection is gone", e);
        }
    }

    private void restoreAutoCommit() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            System.getLogger("dev.accrete").log(System.Logger.Level.DEBUG, "the connection is gone", e);
        }
    }
}
