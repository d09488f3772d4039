package model;

import jakarta.persistence.*;

@Entity
@SequenceGenerator(name = "g", sequenceName = "order_numbers", initialValue = 1000, allocationSize = 1)
class Purchase {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "g")
    Long id;
}
