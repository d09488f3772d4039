/**
 * Compares what the processor makes of an entity model with what Hibernate makes of it, in real databases.
 *
 * <p>In: the sources of a model. Out: a verdict per naming strategy and database.
 */
package dev.accrete.processor.differential;
