/**
 * Names that the mapping leaves open: keys, indexes and checks.
 *
 * <p>In: table and column names. Out: constraint names. Depends on {@code schema.model} alone.
 */
package dev.accrete.schema.naming;
