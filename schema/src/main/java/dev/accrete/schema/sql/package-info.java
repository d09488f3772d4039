/**
 * SQL that a mapping states: checks, defaults, generated columns, the values and rows of intents.
 *
 * <p>In: text as somebody wrote it, for PostgreSQL, for H2 or for both. Out: what can be told from its tokens alone, and the
 * text with parts of it replaced; whatever is not understood stays as it is. Pure; depends on names alone.
 */
package dev.accrete.schema.sql;
