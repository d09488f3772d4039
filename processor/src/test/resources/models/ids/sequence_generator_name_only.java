package model;

import jakarta.persistence.*;

@Entity
class Purchase {
    @Id
    @SequenceGenerator(name = "purchaseGen")
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchaseGen")
    Long id;
}
