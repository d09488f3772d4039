package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@Table(indexes = @Index(columnList = "code"), uniqueConstraints = @UniqueConstraint(columnNames = {"code", "name"}))
class P {
    @Id
    Long id;

    String code;
    String name;
}

@Entity
class Q extends P {
    @Column(unique = true)
    String q;
}
