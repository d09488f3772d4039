package model;

import jakarta.persistence.*;

@Entity
class Receipt {
    @Id
    Long id;

    @GeneratedValue
    Long number;
}
