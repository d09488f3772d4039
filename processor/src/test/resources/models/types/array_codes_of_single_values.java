package model;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

// Of a single value, Hibernate passes over the codes of arrays.
enum K {
    A,
    B
}

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    String text;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    K constant;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    byte[] bytes;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    List<Integer> numbers;

    @JdbcTypeCode(SqlTypes.XML_ARRAY)
    List<String> texts;

    @JdbcTypeCode(SqlTypes.XML_ARRAY)
    Long[] amounts;

    @JdbcTypeCode(SqlTypes.XML_ARRAY)
    @Column(length = 33)
    String shortText;

    @JdbcTypeCode(SqlTypes.ARRAY)
    Instant instant;
}
