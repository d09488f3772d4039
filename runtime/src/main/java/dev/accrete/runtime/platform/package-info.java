/**
 * What differs between databases: the lock, the lock time-out, transactional DDL, definitions of foreign objects.
 *
 * <p>In: connections. Out: effects on the database and plain values. Depends on JDBC and the settings.
 */
package dev.accrete.runtime.platform;
