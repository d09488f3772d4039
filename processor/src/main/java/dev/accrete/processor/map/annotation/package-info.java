/**
 * Which annotations are mapped, which have no effect on the schema, and which a version or a dialect of Hibernate sees
 * otherwise.
 *
 * <p>In: annotations as they stand in the source. Out: the ones that count, and problems for those that are refused: {@link
 * dev.accrete.processor.map.annotation.SupportedAnnotations} is the list to which an annotation is added that a binder
 * reads. Depends on {@code map.hibernate}, {@code entity}, {@code source} and {@code report}.
 */
package dev.accrete.processor.map.annotation;
