package dev.accrete.processor.entity;

/** Which members of a class are its attributes (JPA 3.2, 2.3). */
public enum Access {
    FIELD,
    PROPERTY,
    /** The components of a record. */
    COMPONENTS
}
