/**
 * How a database differs from the snapshot.
 *
 * <p>In: a snapshot, a connection. Out: differences. What the snapshot looks like in a database's own words is found out by
 * creating it where it leaves no trace. May depend on {@code schema} and the runtime's platforms.
 */
package dev.accrete.cli.drift;
