package dev.accrete.schema.model;

/** Something on a table that has a name of its own in the database. */
public sealed interface Constraint permits PrimaryKey, UniqueKey, ForeignKey, Index, CheckConstraint {

    Name name();
}
