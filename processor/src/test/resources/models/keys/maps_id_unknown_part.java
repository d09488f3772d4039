package shop;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
class Person {
    @Id Long id;
}

@Embeddable
class Key implements Serializable {
    Long a;
    Long b;
}

@Entity
class Held {
    @EmbeddedId Key id;
    @MapsId("c") @ManyToOne Person person;
}
