package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Parent;

// An entity is embedded nowhere.
@Entity
class Page {
    @Id
    Long id;

    @Parent
    Page owner;
}
