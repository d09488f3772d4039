package model;

import jakarta.persistence.*;

@Entity
@Table(
        name = "t",
        indexes = {
            @Index(name = "IdxMixedCase", columnList = "firstName"),
            @Index(name = "`Quoted Idx`", columnList = "lastName")
        },
        uniqueConstraints =
                @UniqueConstraint(
                        name = "UqMixed",
                        columnNames = {"firstName", "lastName"}))
class A {
    @Id
    Long id;

    String firstName;
    String lastName;
}
