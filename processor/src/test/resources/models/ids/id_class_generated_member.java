package model;

import jakarta.persistence.*;
import java.io.Serializable;

class Key implements Serializable {
    Long number;
    String branch;
}

@Entity
@IdClass(Key.class)
class Account {
    @Id
    @GeneratedValue
    Long number;

    @Id
    String branch;
}
