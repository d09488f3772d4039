package shop;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
class Person {
    @Id Long id;
    @OneToOne Passport passport;
}

@Entity
class Passport implements Serializable {
    @Id @OneToOne(mappedBy = "passport") Person holder;
}
