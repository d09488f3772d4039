package dev.accrete.schema.model;

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

    /** Whether both are names of one thing. */
    default boolean areSame(QualifiedName one, QualifiedName other) {
        return areSame(one.name(), other.name())
                && one.schema().map(this::folded).equals(other.schema().map(this::folded));
    }
}
