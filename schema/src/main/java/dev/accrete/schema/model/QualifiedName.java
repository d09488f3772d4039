package dev.accrete.schema.model;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The name of a table, sequence, type or view: an optional schema and a name.
 *
 * @param schema empty for the connection's default schema
 * @param name the object's own name
 */
public record QualifiedName(Optional<Name> schema, Name name) implements Comparable<QualifiedName> {

    private static final Comparator<QualifiedName> ORDER = Comparator.comparing(
                    (QualifiedName q) -> q.schema.map(Name::key).orElse(""))
            .thenComparing(q -> q.name);

    public QualifiedName {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
    }

    /** An unquoted name in the default schema. */
    public static QualifiedName of(String name) {
        return of(Name.of(name));
    }

    /** A name in the default schema. */
    public static QualifiedName of(Name name) {
        return new QualifiedName(Optional.empty(), name);
    }

    /** A name in a schema. */
    public static QualifiedName of(Name schema, Name name) {
        return new QualifiedName(Optional.of(schema), name);
    }

    /** The same schema with another name. */
    public QualifiedName withName(Name newName) {
        return new QualifiedName(schema, newName);
    }

    /** Both parts with other names. */
    public QualifiedName map(UnaryOperator<Name> names) {
        return new QualifiedName(schema.map(names), names.apply(name));
    }

    @Override
    public int compareTo(QualifiedName other) {
        return schema.isEmpty() && other.schema.isEmpty() ? name.compareTo(other.name) : ORDER.compare(this, other);
    }

    /** {@code schema.name} or {@code name}; for messages, not for SQL. */
    @Override
    public String toString() {
        return schema.map(s -> s + "." + name).orElseGet(name::toString);
    }
}
