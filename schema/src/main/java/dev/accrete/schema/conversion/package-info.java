/**
 * What happens to values when the type of their column changes.
 *
 * <p>In: two column types. Out: whether all values fit, what a database converts on its own, and the SQL for what it does not.
 * Pure; depends on the model.
 */
package dev.accrete.schema.conversion;
