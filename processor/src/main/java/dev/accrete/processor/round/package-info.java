/**
 * Which classes a compile is about: those of its rounds and, since a partial compile shows only what changed, those
 * that are known from before.
 *
 * <p>In: the rounds of the compiler, the names of known classes. Out: names, and the details of the managed classes.
 * Depends on {@code read} and {@code source}.
 */
package dev.accrete.processor.round;
