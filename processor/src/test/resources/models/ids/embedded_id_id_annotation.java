package model;

import jakarta.persistence.*;
import java.io.Serializable;

// @Id on an attribute of an embeddable type.
@Embeddable
class Key implements Serializable {
    Long a;
    Long b;
}

@Entity
class A {
    @Id
    Key key;
}
