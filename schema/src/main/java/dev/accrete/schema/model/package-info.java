/**
 * The schema as immutable records: tables, columns, keys, constraints, sequences, types and views.
 *
 * <p>In: values from whoever reads a schema (the processor, a snapshot, a database inspection). Out: values. Depends on
 * the JDK alone and knows no SQL text beyond what a user wrote, no files and no javac.
 */
package dev.accrete.schema.model;
