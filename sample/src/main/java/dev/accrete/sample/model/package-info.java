/**
 * The clinic's entities. Nothing but JPA stands on them; their tables are in {@code src/main/resources/db/migration}.
 *
 * <p>In: nothing. Out: entities. Depends on Jakarta Persistence and Accrete's annotations.
 */
package dev.accrete.sample.model;
