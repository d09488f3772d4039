/**
 * What databases lack of the SQL that mappings state for their columns.
 *
 * <p>In: a {@code columnDefinition} or a default, and a dialect. Out: what the database does not know of it, and what to write in
 * its place; {@link dev.accrete.processor.map.definition.Definitions} is the way in. Depends on {@code map.hibernate} alone.
 */
package dev.accrete.processor.map.definition;
