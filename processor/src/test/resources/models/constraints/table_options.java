package model;

import jakarta.persistence.*;

@Entity
@Table(options = "")
class A {
    @Id
    Long id;
}
