/**
 * What a message offers the developer to paste: annotations, and in them SQL that is right for the rows as they are.
 *
 * <p>In: the schemas before and after, a column that needs values or a conversion. Out: text. Pure; depends on the model and on
 * {@link dev.accrete.schema.conversion.Conversions}.
 */
package dev.accrete.schema.offer;
