package model;

import jakarta.persistence.*;

// Hibernate passes over the @Entity.
@Entity
@MappedSuperclass
class Address {
    @Id
    Long id;
}
