/**
 * Copies of whole databases, and the way back.
 *
 * <p>In: an instance. Out: files with a checksum beside them, or a database as it was. Uses PostgreSQL's own tools, and H2's
 * own script.
 */
package dev.accrete.cli.backup;
