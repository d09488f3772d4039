package model;

import jakarta.persistence.*;

// A version is a value in one column.
@Entity
class Page {
    @Id
    Long id;

    @Version
    @ManyToOne
    Page before;
}
