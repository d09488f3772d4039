package model;

import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.Map;

@Entity
class Receipt {
    @Id
    Long id;

    @ElementCollection
    @MapKeyTemporal(TemporalType.TIMESTAMP)
    Map<LocalDate, String> notes;
}
