/**
 * Reads what is saved and writes what a compile yields.
 *
 * <p>In: the migration folder, file contents by path. Out: resources in the class output, written through the
 * {@code Filer} in the last round, and one generated class, written in an early one. Never touches the source tree.
 * Depends on {@code runtime.format} and {@code schema.snapshot} for the formats.
 */
package dev.accrete.processor.write;
