package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
class Receipt {
    @EmbeddedId
    Key key;
}

@Embeddable
class Key implements Serializable {
    @Id
    Long shop;

    @Id
    Long number;
}
