package model;

import jakarta.persistence.*;
import java.math.BigDecimal;

@Entity
class Receipt {
    @Id
    Long id;

    @Version
    BigDecimal version;
}
