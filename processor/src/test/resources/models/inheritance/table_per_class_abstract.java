package model;

import jakarta.persistence.*;
import java.time.LocalDate;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class P {
    @Id
    Long id;

    @Column(nullable = false)
    String name;
}

@Entity
@Table(name = "queues")
class Q extends P {
    int q;
}

@Entity
class R extends P {
    LocalDate r;
}
