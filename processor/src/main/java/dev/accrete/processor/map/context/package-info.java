/**
 * What every rule of the mapping may ask, and where it reports.
 *
 * <p>In: the entity model, the options, a dialect. Out: the same in one place, with the naming that follows from it. Depends
 * on {@code map.hibernate}, {@code map.naming}, {@code map.annotation}, {@code entity}, {@code source} and {@code report}.
 */
package dev.accrete.processor.map.context;
