package model;

import jakarta.persistence.*;

@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "pk_name", columnNames = "id"))
class A {
    @Id
    Long id;
}
