/**
 * The mapping while it is being made: what the binders of {@code map} fill, and {@code map.assembly} and {@code map.intent}
 * read.
 *
 * <p>An {@link dev.accrete.processor.map.binding.EntityBinding} has tables, a {@link
 * dev.accrete.processor.map.binding.TableBinding} has columns, keys and indexes; a {@link
 * dev.accrete.processor.map.binding.Scope} says where an attribute goes. These are the only values of the mapping that change:
 * what a column refers to, and so its type, may be known only after the column. Depends on {@code map.type} and the packages
 * below it.
 */
package dev.accrete.processor.map.binding;
