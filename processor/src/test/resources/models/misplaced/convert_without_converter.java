package model;

import jakarta.persistence.*;

// It names no converter: Hibernate does not start.
@Entity
class Partner {
    @Id
    Long id;

    @Convert
    String name;
}
