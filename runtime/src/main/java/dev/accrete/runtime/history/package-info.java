/**
 * The table in the database that records what was applied, and what catalog and history together mean.
 *
 * <p>In: a connection, a catalog. Out: rows, pending migrations, problems. {@code HistoryCheck} is pure. Depends on the
 * file formats and on JDBC.
 */
package dev.accrete.runtime.history;
