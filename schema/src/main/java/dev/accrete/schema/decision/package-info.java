/**
 * Words what a diff has to say: one class for each question that it asks, with annotations ready to paste, and one for
 * what it tells without asking.
 *
 * <p>In: tables, columns and SQL, as the diff finds them. Out: {@link dev.accrete.schema.finding.Finding}s with a
 * {@link dev.accrete.schema.decision.DiffCode}. Depends on {@code model}, {@code change}, {@code conversion}, {@code offer}
 * and {@code finding}; decides nothing.
 */
package dev.accrete.schema.decision;
