/**
 * What to worry about before a migration runs.
 *
 * <p>In: changes, never SQL. Out: findings. Depends on {@code schema.diff} and {@code schema.dialect}.
 */
package dev.accrete.schema.hazard;
