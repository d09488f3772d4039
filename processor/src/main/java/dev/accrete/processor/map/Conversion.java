package dev.accrete.processor.map;

import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;

/**
 * A converter as an attribute uses it.
 *
 * @param converter its class
 * @param domain the type of the values in Java
 * @param relational the Java type that the column has the type of
 */
record Conversion(ClassDetails converter, TypeRef domain, TypeRef relational) {

    /** What a column specification means to the converted values. */
    ColumnSpec spec(ColumnSpec stated) {
        return stated.ofOtherType(BasicTypes.isTemporal(domain));
    }
}
