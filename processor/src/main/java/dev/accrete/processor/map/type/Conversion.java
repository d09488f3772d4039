package dev.accrete.processor.map.type;

import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.Optional;

/**
 * A converter as an attribute uses it.
 *
 * @param converter its class
 * @param domain the type of the values in Java
 * @param relational the Java type that the column has the type of
 * @param element the type of the elements in Java, where each is converted by itself
 */
public record Conversion(ClassDetails converter, TypeRef domain, TypeRef relational, Optional<TypeRef> element) {

    Conversion(ClassDetails converter, TypeRef domain, TypeRef relational) {
        this(converter, domain, relational, Optional.empty());
    }

    /** The same for each element of an array or a collection. */
    Conversion ofEach(TypeRef plural) {
        return new Conversion(converter, plural, new TypeRef.Array(relational), Optional.of(domain));
    }

    /** What a column specification means to the converted values. */
    public ColumnSpec spec(ColumnSpec stated) {
        return stated.ofOtherType(JavaTypes.isTemporal(domain));
    }
}
