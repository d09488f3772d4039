/**
 * Which Hibernate a mapping follows: its version, its settings, and what its dialects make of a database.
 *
 * <p>In: what the options of the compiler say. Out: facts, each a method with the name of what it is about; the rules of
 * {@code map} ask here and nowhere for a version's number or a dialect's name. Depends on {@code entity}, {@code source}
 * and {@code schema.model}.
 */
package dev.accrete.processor.map.hibernate;
