package model;

import jakarta.persistence.*;

@MappedSuperclass
abstract class Named {
    @Column(length = 30)
    String name;
}

@Embeddable
class Part extends Named {
    int number;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Part part;
}
