package dev.accrete.schema.model;

import java.util.List;
import java.util.stream.Stream;

/** What a database makes of names. */
public interface DatabaseNames {

    /** A database that keeps every name whole, and tells names apart as {@link Name} does. */
    DatabaseNames WHOLE = name -> name;

    /** What the database keeps of a name. */
    Name kept(Name name);

    /** The text by which the database knows what has the name, whether its name is written in quotes or without. */
    default String folded(Name name) {
        return name.key();
    }

    /** Whether both are names of one thing. */
    default boolean areSame(Name one, Name other) {
        return folded(one).equals(folded(other));
    }

    /** The same of a name in a schema: the texts of the schema, if there is one, and of the name. */
    default List<String> folded(QualifiedName name) {
        return Stream.concat(name.schema().stream(), Stream.of(name.name()))
                .map(this::folded)
                .toList();
    }

    /** Whether both are names of one thing. */
    default boolean areSame(QualifiedName one, QualifiedName other) {
        return folded(one).equals(folded(other));
    }
}
