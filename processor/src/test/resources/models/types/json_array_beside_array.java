package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

// A JSON_ARRAY is no array of JSON: it leaves the other attributes of its type alone.
@Embeddable
class Name {
    @Column(nullable = false)
    String text;

    int number;
}

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    List<String> a;

    List<String> z;

    List<Integer> b;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    List<Integer> y;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    List<Name> names;

    @JdbcTypeCode(SqlTypes.JSON)
    Name name;
}
