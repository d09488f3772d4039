package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.HashMap;

// Hibernate knows how to pass on an object, and how to serialize what can be: the definition is the column's type.
@Entity
class Entry {
    @Id
    Long id;

    @Column(columnDefinition = "text")
    Object anything;

    @Column(columnDefinition = "bytea")
    HashMap<String, String> labels;

    @Column(columnDefinition = "varchar(40)")
    Code code;

    static class Code implements Serializable {
        String text;
    }
}
