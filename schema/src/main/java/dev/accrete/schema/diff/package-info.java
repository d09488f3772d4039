/**
 * What differs between two schemas, and what the developer has stated about it.
 *
 * <p>In: two schemas as one dialect sees them, what is kept without a mapping, {@link dev.accrete.schema.diff.Intents}.
 * Out: {@link dev.accrete.schema.diff.Change}s, what is kept afterwards, and findings. Pure; depends on the model, on
 * findings and on {@link dev.accrete.schema.snapshot.Kept}.
 */
package dev.accrete.schema.diff;
