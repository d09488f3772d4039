package model;

import jakarta.persistence.*;
import java.io.Serializable;

// The members of an id class have the types of the identifier's attributes.
@Entity
@IdClass(PageId.class)
class Page {
    @Id
    Long book;

    @Id
    int number;
}

class PageId implements Serializable {
    Integer book;
    Integer number;
}
