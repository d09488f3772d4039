package model;

import jakarta.persistence.*;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.SQLXML)
    String a;

    @JdbcTypeCode(SqlTypes.SQLXML)
    Map<String, String> b;
}
