package dev.accrete.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * How to migrate. Made by {@link Accrete.Builder}.
 *
 * @param mode what to do with pending migrations
 * @param drafts what to do with a model that is not saved
 * @param environment the name of the environment, e.g. {@code production}; limits scripts
 * @param onFailure what to do on failure
 * @param historyTable an unquoted name
 * @param schema where the history table is and where scripts run; empty: the connection's own
 * @param lockWait how long to wait for another process that migrates, and for locks that the application holds
 * @param lockLease H2 alone: after this time without a sign of life the lock of another process counts as abandoned
 * @param listener hears events
 */
public record Settings(
        MigrationMode mode,
        DraftPolicy drafts,
        Optional<String> environment,
        FailurePolicy onFailure,
        String historyTable,
        Optional<String> schema,
        Duration lockWait,
        Duration lockLease,
        MigrationListener listener) {

    /** The history table as SQL names it. */
    public String qualifiedHistoryTable() {
        return schema.isPresent() ? schema.get() + "." + historyTable : historyTable;
    }

    /** The same for seeds, which have a history of their own and no drafts. */
    public Settings forSeeds() {
        return new Settings(
                MigrationMode.APPLY,
                DraftPolicy.REFUSE,
                environment,
                FailurePolicy.FAIL,
                historyTable + "_seeds",
                schema,
                lockWait,
                lockLease,
                listener);
    }

    /**
     * Keeps what is for development from the environments {@code production} and {@code prod}.
     *
     * @throws AccreteException [ACC-R017] if this is one of them
     */
    public void refuseInProduction(String what, String remedy) {
        String name = environment.orElse("");
        if (name.equalsIgnoreCase("production") || name.equalsIgnoreCase("prod")) {
            throw new AccreteException(
                    RuntimeCode.SETTING,
                    what,
                    what + " in environment " + name + "; nothing was changed",
                    remedy,
                    null);
        }
    }
}
