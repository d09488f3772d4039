package model;

import jakarta.persistence.*;

@Entity
@Table(
        name = "ps",
        indexes = @Index(columnList = "q_code"),
        uniqueConstraints = @UniqueConstraint(columnNames = {"name", "q_code"}))
class P {
    @Id
    Long id;

    String name;
}

@Entity
class Q extends P {
    @Column(name = "q_code", unique = true)
    String code;
}
