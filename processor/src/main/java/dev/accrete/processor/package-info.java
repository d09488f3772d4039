/**
 * The annotation processor: its shell and the flow of one compile.
 *
 * <p>In: the compiler's rounds and options. Out: resources in the class output, one generated class, diagnostics.
 * {@code AccreteProcessor} answers the compiler, {@code Drafting} calls the stages in their order.
 */
package dev.accrete.processor;
