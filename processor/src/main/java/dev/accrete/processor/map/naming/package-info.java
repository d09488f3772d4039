/**
 * Names: from what the source says to what stands in the database.
 *
 * <p>In: names that annotations state, names of entities and attributes. Out: logical and physical names, quoted where the
 * settings want it, and problems for those that a database does not take. The names of keys and indexes are from
 * {@code schema.naming}. Depends on {@code map.hibernate}, {@code entity}, {@code report} and {@code schema}.
 */
package dev.accrete.processor.map.naming;
