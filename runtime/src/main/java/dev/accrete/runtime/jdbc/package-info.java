/**
 * One JDBC call each for what the runtime asks a database.
 *
 * <p>In: a connection, SQL, parameters. Out: texts. Knows nothing of migrations; depends on JDBC alone.
 */
package dev.accrete.runtime.jdbc;
