package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

// Rows of a collection's table can't refer to one value of many.
@Embeddable
class Stop {
    @ElementCollection
    List<String> names;

    int minutes;
}

@Entity
class Line {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    List<Stop> stops;
}
