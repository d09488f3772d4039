package model;

import jakarta.persistence.*;
import org.hibernate.annotations.UuidGenerator;

// Nor for an attribute that identifies nothing.
@Entity
class Page {
    @Id
    Long id;

    @UuidGenerator
    Long token;
}
