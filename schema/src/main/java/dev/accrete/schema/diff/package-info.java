/**
 * What differs between two schemas, and what the developer has stated about it.
 *
 * <p>In: two schemas as one dialect sees them, what is kept without a mapping, {@link dev.accrete.schema.diff.Intents}.
 * Out: {@link dev.accrete.schema.change.Change}s, what is kept afterwards, and findings, which offer what to paste.
 * Pure; depends on {@code model}, {@code change}, {@code conversion}, {@code offer}, {@code decision}, {@code finding} and on
 * {@link dev.accrete.schema.snapshot.Kept}.
 */
package dev.accrete.schema.diff;
