/**
 * What a developer writes on entities so that Accrete does not have to guess: which classes are tables, what was
 * renamed, what may be dropped, and what existing rows get.
 *
 * <p>In: nothing; out: annotations that the processor reads by name. May depend on nothing, so that it can stand on
 * every class path. All annotations have {@linkplain java.lang.annotation.RetentionPolicy#CLASS class retention}: the
 * processor finds them on classes that come from jars and other modules too, and nothing remains to be loaded when the
 * application runs.
 *
 * <p>Names in these annotations are names of the database side ({@code full_name}, not {@code fullName}), because what
 * they speak of has left the Java side. Expressions are SQL and go into the scripts as they are written.
 *
 * <p>An intent works once: when the migration that carries it out has been saved, the compiler reports it as spent and
 * it can be deleted. {@link dev.accrete.annotations.Managed}, {@link dev.accrete.annotations.KeepColumn} and
 * {@link dev.accrete.annotations.ColumnType} state facts rather than intents and stay.
 */
package dev.accrete.annotations;
