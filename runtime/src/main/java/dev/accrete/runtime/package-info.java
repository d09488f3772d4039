/**
 * What an application calls at start-up: {@link dev.accrete.runtime.Accrete} and its settings, reports and exceptions,
 * and {@link dev.accrete.runtime.MigrationSource}, where catalog and scripts come from.
 *
 * <p>In: a data source and a migration source. Out: the migrated database and a report. Depends on the JDK alone.
 */
package dev.accrete.runtime;
