package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> z;

    List<String> a;
}
