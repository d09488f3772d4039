/**
 * What the annotations of Accrete say of the way from the saved schema to the mapped one, and the migrations in Java.
 *
 * <p>In: managed classes, the bound entities and tables. Out: {@code Intents}, steps in Java, and problems. Depends on
 * {@code map.binding} and the packages below it, and on {@code schema.diff}.
 */
package dev.accrete.processor.map.intent;
