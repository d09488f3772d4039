package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

// One JSON list makes the other one JSON too, in an order nobody sees.
@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> a;

    List<String> z;
}
