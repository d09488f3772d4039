/**
 * What the mapping of no class can see: names that clash in the whole schema; settings, XML and versions beside the classes
 * that would make the application's mapping another one.
 *
 * <p>In: the schema, its origins, the dialects; the class output and what the compiler knows. Out: findings and problems.
 * Depends on {@code report}, {@code schema.model} and {@code schema.finding}.
 */
package dev.accrete.processor.check;
