package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;

// A composite type has what the classes that extend its own add, and the column that tells them apart.
@Embeddable
@Struct(name = "shape_t")
@DiscriminatorColumn(name = "kind", length = 9)
class Shape {
    String colour;
}

@Embeddable
class Circle extends Shape {
    @Column(name = "across", nullable = false)
    int radius;
}

@Embeddable
class Ring extends Circle {
    Long hole;
}

@Embeddable
@Struct(name = "label_t")
class Label {
    String text;
}

@Embeddable
class Tag extends Label {
    @Column(nullable = false)
    String code;
}

@Embeddable
class Note {
    @Column(nullable = false)
    String text;
}

@Embeddable
class Reply extends Note {
    @Column(nullable = false)
    String answers;

    int depth;
}

@Entity
class Drawing {
    @Id
    Long id;

    Shape shape;

    @JdbcTypeCode(SqlTypes.STRUCT)
    Label label;
}

@Entity
class Board {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    Note note;
}
