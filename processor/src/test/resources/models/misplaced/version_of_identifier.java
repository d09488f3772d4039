package model;

import jakarta.persistence.*;

// What identifies a row does not change with it.
@Entity
class Page {
    @Id
    @Version
    Long id;
}
