package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@Table(name = "p_table")
abstract class P {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@Table(name = "q_table")
class Q extends P {}
