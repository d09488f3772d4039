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

    /** The same for each element of an array or a collection. */
    Conversion ofEach(TypeRef plural) {
        return new Conversion(converter, plural, new TypeRef.Array(relational));
    }

    /** What a column specification means to the converted values. */
    ColumnSpec spec(ColumnSpec stated) {
        return stated.ofOtherType(BasicTypes.isTemporal(domain));
    }
}
