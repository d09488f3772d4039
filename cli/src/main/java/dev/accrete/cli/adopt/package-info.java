/**
 * The way of an existing database under Accrete.
 *
 * <p>In: a connection, a snapshot. Out: what another tool has recorded, and a script that makes the database what the snapshot
 * says.
 */
package dev.accrete.cli.adopt;
