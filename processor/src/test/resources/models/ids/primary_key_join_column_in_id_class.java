package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
class Person {
    @Id
    Long id;
}

@Entity
@IdClass(PassportId.class)
class Passport {
    @Id
    Long number;

    @Id
    @OneToOne
    @PrimaryKeyJoinColumn
    Person person;
}

class PassportId implements Serializable {
    Long number;
    Long person;
}
