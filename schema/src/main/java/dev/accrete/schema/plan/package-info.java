/**
 * Puts changes into an order in which every statement finds what it needs, and turns them into steps.
 *
 * <p>In: changes and a dialect. Out: a plan. Depends on {@code schema.diff} and {@code schema.dialect}.
 */
package dev.accrete.schema.plan;
