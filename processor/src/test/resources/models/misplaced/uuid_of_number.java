package model;

import jakarta.persistence.*;

// No number is generated as an UUID.
@Entity
class Page {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    Long id;
}
