package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Sheet {
    @Id
    Long id;

    @ElementCollection
    @JdbcTypeCode(SqlTypes.JSON)
    List<List<Double>> rows;

    @ElementCollection
    List<int[]> columns;
}
