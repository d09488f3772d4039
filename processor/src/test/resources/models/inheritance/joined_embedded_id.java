package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Embeddable
class Key implements Serializable {
    Long a;
    String b;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class P {
    @EmbeddedId
    Key key;
}

@Entity
class Q extends P {
    int q;
}
