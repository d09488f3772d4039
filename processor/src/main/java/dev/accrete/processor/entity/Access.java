package dev.accrete.processor.entity;

import dev.accrete.processor.source.Annotations;
import java.util.Optional;

/** Which members of a class are its attributes (JPA 3.2, 2.3). */
public enum Access {
    FIELD,
    PROPERTY,
    /** The components of a record. */
    COMPONENTS;

    /** The access type that a class or a member states for itself. */
    static Optional<Access> stated(Annotations annotations) {
        return annotations.find(Jpa.ACCESS).map(usage -> usage.constant("value").equals("PROPERTY") ? PROPERTY : FIELD);
    }
}
