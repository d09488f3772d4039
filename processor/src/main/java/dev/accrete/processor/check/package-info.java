/**
 * What a mapped schema must fulfil so that the databases take it, beyond what the mapping of each attribute can see.
 *
 * <p>In: the schema, its origins, the dialects. Out: findings. Depends on {@code schema.model} and
 * {@code schema.finding}.
 */
package dev.accrete.processor.check;
