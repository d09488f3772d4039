package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

// A document with several embeddables is checked as if it held one, unless it is in another document or a JSON_ARRAY.
enum Size {
    SMALL,
    LARGE
}

@Embeddable
class Part {
    @Column(nullable = false)
    String name;

    int x;

    @Check(constraints = "y > 0")
    int y;

    Size size;

    @Enumerated(EnumType.STRING)
    Size other;
}

@Embeddable
class Frame {
    String title;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Part> inner;
}

@Entity
class Machine {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    Part[] first;

    @Column(name = "all_parts", nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    List<Part> parts;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Part> named;

    @JdbcTypeCode(SqlTypes.JSON)
    ArrayList<Part> ordered;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    Set<Part> unchecked;

    @JdbcTypeCode(SqlTypes.JSON)
    Frame frame;
}
