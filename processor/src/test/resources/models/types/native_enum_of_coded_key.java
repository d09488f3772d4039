// -Aaccrete.native_enums=true
// hibernate.type.prefer_native_enum_types=true
package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

enum Colour {
    RED,
    GREEN
}

enum Shape {
    ROUND,
    ANGULAR
}

enum Grade {
    B,
    A
}

@Embeddable
class Surface {
    String name;

    @Enumerated(EnumType.STRING)
    List<Grade> grades;
}

// The database has a type for what a column of one value has, not for a code, for arrays, or inside of documents.
@Entity
class Paint {
    @Id
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Colour colour;

    Shape shape;
    List<Shape> shapes;

    @JdbcTypeCode(SqlTypes.JSON)
    Surface surface;
}

@Entity
class Coat {
    @Id
    Long id;

    @ManyToOne
    Paint paint;
}
