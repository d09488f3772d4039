/**
 * What the constraints of Bean Validation mean to columns, as far as Hibernate writes them into the schema.
 *
 * <p>In: the annotations of an attribute and of what they carry. Out: {@link
 * dev.accrete.processor.map.validation.Constraints}. Depends on {@code map.binding} and the packages below it.
 */
package dev.accrete.processor.map.validation;
