/**
 * What a real database contains, read from its catalog, and how two such pictures differ.
 *
 * <p>In: a JDBC connection. Out: {@link dev.accrete.schema.inspect.PhysicalSchema}, records of their own whose types,
 * defaults and expressions are texts as the catalog prints them, and a list of differences between two of them. The only
 * package of this module that may use JDBC; of the rest of the module it depends on {@code sql} alone.
 */
package dev.accrete.schema.inspect;
