package model;

import jakarta.persistence.*;

@Entity
@Table(indexes = @Index(columnList = "nothing"))
class A {
    @Id
    Long id;
}
