package model;

import jakarta.persistence.*;

@Entity
class Order {
    @Id
    Long id;
}
