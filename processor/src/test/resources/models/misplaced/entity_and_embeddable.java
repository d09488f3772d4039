package model;

import jakarta.persistence.*;

@Entity
@Embeddable
class Address {
    @Id
    Long id;
}
