package dev.accrete.schema.model;

import java.util.List;
import java.util.Set;

/** A user-defined type that columns refer to by name ({@link ColumnType.Named}). */
public sealed interface TypeDefinition extends SchemaObject {

    TypeDefinition withDialects(Set<String> value);

    /**
     * An enumerated type: a type on PostgreSQL, a checked domain on H2.
     *
     * @param values the labels, in the order of the type
     */
    record EnumType(QualifiedName name, List<String> values, Set<String> dialects) implements TypeDefinition {

        public EnumType {
            values = List.copyOf(values);
            dialects = Set.copyOf(dialects);
        }

        @Override
        public EnumType withDialects(Set<String> value) {
            return new EnumType(name, values, value);
        }
    }

    /**
     * A composite type ({@code @Struct}).
     *
     * @param attributes in the order of the type; their nullability and defaults have no meaning
     */
    record CompositeType(QualifiedName name, List<Column> attributes, Set<String> dialects) implements TypeDefinition {

        public CompositeType {
            attributes = List.copyOf(attributes);
            dialects = Set.copyOf(dialects);
        }

        @Override
        public CompositeType withDialects(Set<String> value) {
            return new CompositeType(name, attributes, value);
        }
    }
}
