package model;

import jakarta.persistence.*;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Embeddable
class Part {
    String name;
    LocalDate day;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "part_json")
    Part part;
}
