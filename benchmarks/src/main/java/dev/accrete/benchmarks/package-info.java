/**
 * Measures what the processor adds to a compile.
 *
 * <p>Each compile runs in a JVM of its own, as a build starts one, and is compared with the same compile in the same run
 * with a processor that only looks at every entity.
 */
package dev.accrete.benchmarks;
