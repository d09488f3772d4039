/**
 * Measures what an application that works with a large table feels of a migration: the longest time that one of its queries
 * takes while the script of ours runs, beside the script that one would write without thinking of locks.
 */
package dev.accrete.benchmarks.load;
