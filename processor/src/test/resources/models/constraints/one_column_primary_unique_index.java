package model;

import jakarta.persistence.*;

@Entity
@Table(indexes = @Index(columnList = "id"))
class A {
    @Id
    Long id;
}
