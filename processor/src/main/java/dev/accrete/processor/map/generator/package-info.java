/**
 * What generated identifiers need in the database: identity columns, sequences, tables with counters.
 *
 * <p>In: an attribute, where it is, its bound column. Out: the column's identity, sequences, tables, and problems; {@link
 * dev.accrete.processor.map.generator.Generators} is the way in. Depends on {@code map.binding} and the packages below it.
 */
package dev.accrete.processor.map.generator;
