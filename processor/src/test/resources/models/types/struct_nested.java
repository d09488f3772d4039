package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;

// Types whose names come before those of the types in them, with arrays, documents and a class inline.
@Embeddable
@Struct(name = "zone")
class Zone {
    @Column(nullable = false)
    String label;

    @JdbcTypeCode(SqlTypes.ARRAY)
    Integer[] floors;
}

@Embeddable
@Struct(name = "place")
class Place {
    Zone zone;

    @JdbcTypeCode(SqlTypes.ARRAY)
    Zone[] others;
}

@Embeddable
class Extra {
    Place place;

    int weight;
}

@Embeddable
class Note {
    @Column(nullable = false)
    String author;

    int lines;
}

@Embeddable
@Struct(name = "crate")
class Crate {
    String name;

    Extra extra;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> labels;

    @JdbcTypeCode(SqlTypes.JSON)
    Note note;

    List<String> words;
}

@Entity
class Shelf {
    @Id
    Long id;

    Crate crate;
}
