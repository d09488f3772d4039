/**
 * SQL of H2 and PostgreSQL.
 *
 * <p>In: one change, or objects to create or drop. Out: steps with statements and locks. Depends on {@code
 * schema.model}, {@code schema.naming}, {@code schema.diff.Change} and {@code schema.finding}.
 */
package dev.accrete.schema.dialect;
