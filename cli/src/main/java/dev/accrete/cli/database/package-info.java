/**
 * What commands need of a database and its saved migrations: which instance, how to reach it, what would run on it.
 *
 * <p>In: {@code accrete.properties}, options, environment variables, the migration folder. Out: values and connections;
 * nothing is printed, nobody is asked. May depend on {@code runtime}, {@code schema}
 * and {@code cli.project}; knows no command line.
 */
package dev.accrete.cli.database;
