/**
 * The application around the clinic's entities: migrates its database, lets Hibernate validate it, works with it.
 *
 * <p>In: command-line arguments or an environment variable that name a database. Out: lines for people.
 */
package dev.accrete.sample;
