/**
 * Carries out what the history asks for: reads files, takes the lock, runs steps, guards what is foreign, records.
 *
 * <p>In: a data source, migration sources, settings. Out: the migrated database and a report.
 */
package dev.accrete.runtime.apply;
