/**
 * The mapping: what schema a model of entities means, as Hibernate ORM has it.
 *
 * <p>In: the picture of classes ({@code source}). Out: a {@code Schema}, the origins of its tables and columns, the intents,
 * and problems. {@link dev.accrete.processor.map.SchemaMapper} is the way in and reads as the flow: per dialect, entities get
 * their tables and identifiers, then their attributes, then what needs all columns (keys to other columns, unique keys,
 * indexes), then the tables are assembled.
 *
 * <p>Here are the binders, one class per concern: the kinds of attributes, identifiers, joins, collections, what a table has
 * beside its columns. They need each other (a collection holds embeddables, which hold relations, which need identifiers) and
 * find each other through {@link dev.accrete.processor.map.Mapping}. What needs no binder stands in a package of its own, and
 * each knows those before it alone:
 *
 * <ol>
 *   <li>{@code hibernate}, {@code naming}, {@code annotation}, {@code context}: what every rule may ask
 *   <li>{@code type}: column types
 *   <li>{@code binding}: what the binders fill
 *   <li>{@code rule}, {@code validation}, {@code generator}: what may stand where, what constraints and generators mean
 *   <li>{@code assembly}, {@code intent}: what is made of the bound tables
 * </ol>
 *
 * <p>Depends on {@code entity}, {@code source}, {@code report} and {@code schema}.
 */
package dev.accrete.processor.map;
