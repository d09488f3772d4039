package model;

import jakarta.persistence.*;
import java.sql.Timestamp;

@Entity
class Receipt {
    @Id
    Long id;

    @Temporal(TemporalType.DATE)
    Timestamp paid;
}
