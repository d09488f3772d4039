/**
 * Turns a plan into the text of a script.
 *
 * <p>In: steps and a header. Out: text. Depends on {@code schema.plan}, {@code schema.dialect} and {@code
 * schema.finding}.
 */
package dev.accrete.schema.script;
