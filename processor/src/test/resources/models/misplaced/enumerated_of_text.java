package model;

import jakarta.persistence.*;
import java.util.List;

// The text of a constant is no constant.
@Entity
class Ticket {
    @Id
    Long id;

    @Enumerated(EnumType.STRING)
    String state;
}
