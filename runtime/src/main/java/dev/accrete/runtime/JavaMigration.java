package dev.accrete.runtime;

import java.sql.Connection;

/**
 * Changes data with Java code, in order with the scripts: a step {@code -- accrete:step <n> java class=<name>} of a script
 * names the class, which is public and has a public constructor without parameters.
 *
 * <pre>{@code
 * public final class FillSlugs implements JavaMigration {
 *     public long migrate(Connection connection, int batch) throws SQLException {
 *         ... // the next thousand rows that have no slug
 *         return rows;
 *     }
 * }
 * }</pre>
 */
public interface JavaMigration {

    /**
     * Does one batch. Called again and again until there is nothing left to do; after an interruption, by the next start.
     *
     * @param connection in a transaction, which commits together with the record that this batch is done; not to be
     *     committed or closed
     * @param batch how many batches are done, from 0
     * @return how many rows were changed; 0: nothing is left to do
     * @throws Exception anything; the batch is rolled back, and what is wrong is told as [ACC-R026]
     */
    long migrate(Connection connection, int batch) throws Exception;
}
