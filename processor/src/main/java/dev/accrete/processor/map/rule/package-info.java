/**
 * What may stand where: entities, attributes and annotations with which Hibernate does not start, or passes over what is
 * stated. A rule only reports; one that must look at bound columns stays with the binder that makes them.
 *
 * <p>In: an entity or an attribute, and where it is. Out: problems. Depends on {@code map.binding} and the packages below it.
 */
package dev.accrete.processor.map.rule;
