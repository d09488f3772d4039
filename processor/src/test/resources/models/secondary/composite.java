package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Embeddable
class Key implements Serializable {
    Long x;
    String y;
}

@Entity
@SecondaryTable(
        name = "sec",
        pkJoinColumns = {
            @PrimaryKeyJoinColumn(name = "sx", referencedColumnName = "x"),
            @PrimaryKeyJoinColumn(name = "sy", referencedColumnName = "y")
        })
class A {
    @EmbeddedId
    Key key;

    @Column(table = "sec")
    String text;
}
