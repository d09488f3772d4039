/**
 * The words in which two schemas differ: one record per kind of change, what a change does to a schema, and how it is said.
 *
 * <p>{@link dev.accrete.schema.change.Change} is the way in; a {@link dev.accrete.schema.change.Change.Visitor} answers each
 * kind. Pure; depends on the model and on {@link dev.accrete.schema.snapshot.Kept}.
 */
package dev.accrete.schema.change;
