package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

record Config(String a, int b) implements Serializable {}

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> a;

    @JdbcTypeCode(SqlTypes.JSON)
    Config b;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    String c;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> d;
}
