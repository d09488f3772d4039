/**
 * The resolved entity model: which classes are entities, what attributes they have, of which kind and type.
 *
 * <p>In: the picture of classes ({@code source}). Out: values in which access types are decided, superclasses are
 * followed and type variables are replaced, the same for every dialect. Depends on {@code source} and {@code report}.
 */
package dev.accrete.processor.entity;
