/**
 * Makes tables of a schema from bound ones: keys in Hibernate's order, names for what has none, one table of what several
 * entities say of it, and nothing that a database does not take.
 *
 * <p>In: {@code Tables}, all bound. Out: the tables and views of one dialect, their origins, and problems; {@link
 * dev.accrete.processor.map.assembly.TableAssembler} is the way in. Depends on {@code map.binding} and the packages below
 * it.
 */
package dev.accrete.processor.map.assembly;
