package model;

import jakarta.persistence.*;

@Entity
@SecondaryTable(name = "extraData")
class A {
    @Id
    Long id;

    @Column(table = "extraData", name = "someText")
    String text;

    @Column(table = "extraData")
    String otherText;
}
