/**
 * Column types: of Java types, of JDBC type codes, of enums and arrays, of converters and user types; and the checks that
 * come with them.
 *
 * <p>In: the type of an attribute, its annotations, what {@code @Column} says. Out: a {@code ColumnType}, empty where none is
 * known to be Hibernate's; {@link dev.accrete.processor.map.type.BasicTypes} is the way in. Nothing here knows of tables
 * and entities. Depends on {@code map.context} and the packages below it.
 */
package dev.accrete.processor.map.type;
