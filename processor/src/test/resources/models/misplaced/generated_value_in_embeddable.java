package model;

import jakarta.persistence.*;

@Entity
class Receipt {
    @Id
    Long id;

    @Embedded
    Numbering numbering;
}

@Embeddable
class Numbering {
    @GeneratedValue
    Long number;
}
