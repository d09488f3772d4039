package shop;

import jakarta.persistence.*;
import java.io.Serializable;

class Key implements Serializable {
    String alpha;
    Long beta;
}

@Entity
@IdClass(Key.class)
class Held {
    @Id String alpha;
    @Id Long beta;
    @Id Long gamma;
}
