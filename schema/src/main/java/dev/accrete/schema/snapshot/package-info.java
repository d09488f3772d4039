/**
 * The snapshot: the model as of the last saved migration, and {@code schema.json}, its text.
 *
 * <p>In: a schema and what is kept without a mapping. Out: text with one fact per line, and back; the hash of a model.
 * Knows no files. Depends on the model and on findings.
 */
package dev.accrete.schema.snapshot;
