package dev.accrete.schema.model;

import java.util.Set;

/** Something that stands in a schema under a name of its own. */
public sealed interface SchemaObject permits Table, Sequence, TypeDefinition, View {

    QualifiedName name();

    /** The names of the dialects that have this object; empty means all of them. */
    Set<String> dialects();
}
