package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Embeddable
class Key implements Serializable {
    @GeneratedValue
    Long number;

    String branch;
}

@Entity
class Account {
    @EmbeddedId
    Key key;
}
