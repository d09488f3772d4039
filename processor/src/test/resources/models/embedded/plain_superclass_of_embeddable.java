package model;

import jakarta.persistence.*;

class Named {
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
