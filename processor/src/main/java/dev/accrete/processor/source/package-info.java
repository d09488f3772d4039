/**
 * The picture of the classes being compiled: classes, members, annotations and types as plain values.
 *
 * <p>In: nothing; {@code read} makes these values from javac's elements (tests may make them by hand). Out: what
 * {@code map} works on. Depends on the JDK alone and knows neither {@code Element} nor {@code TypeMirror}.
 */
package dev.accrete.processor.source;
