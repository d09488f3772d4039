package shop;

import jakarta.persistence.*;
import org.hibernate.annotations.NaturalId;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Animal {
    @Id Long id;
}

@Entity
class Dog extends Animal {
    @NaturalId int legs;
}
