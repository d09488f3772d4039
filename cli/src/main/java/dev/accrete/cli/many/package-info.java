/**
 * The same thing for many databases and schemas.
 *
 * <p>In: instances, a pattern of schemas. Out: a result per target, and a record of those that are still to be done.
 */
package dev.accrete.cli.many;
