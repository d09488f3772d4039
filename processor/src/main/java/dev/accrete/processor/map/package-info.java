/**
 * The mapping: what schema a model of entities means, as Hibernate ORM has it.
 *
 * <p>In: the picture of classes ({@code source}). Out: a {@code Schema}, the origins of its tables and columns, the
 * intents, and problems. {@link dev.accrete.processor.map.SchemaMapper} is the way in and reads as the flow: per
 * dialect, entities get their tables and identifiers, then their attributes, then what needs all columns (keys to other
 * columns, unique keys, indexes), then the tables are assembled. There is one class per concern; each takes the
 * {@code Binding} that they share. Depends on {@code entity}, {@code source}, {@code report} and {@code schema}.
 */
package dev.accrete.processor.map;
