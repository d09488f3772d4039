/**
 * Reads the compiler's elements into the plain values of {@code source}.
 *
 * <p>In: {@code Elements} and {@code Types} of javac or ECJ. Out: {@code ClassDetails}, immutable and cached, made only
 * for the classes that are asked for. This is the last place that knows {@code Element} and {@code TypeMirror}; only
 * {@code report} takes a place apart again. Depends on {@code source} and the JDK.
 */
package dev.accrete.processor.read;
