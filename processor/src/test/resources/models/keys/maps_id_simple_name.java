package shop;

import jakarta.persistence.*;

@Entity
class Person {
    @Id @GeneratedValue Long id;
}

@Entity
class Named {
    @Id Long id;
    @MapsId("id") @OneToOne Person person;
}
