package shop;

import jakarta.persistence.*;
import java.io.Serializable;

@Embeddable
class Key implements Serializable {
    String alpha;
    Long beta;
}

@Entity
class Held {
    @EmbeddedId Key id;
}

@Entity
class Holder {
    @Id Long id;
    @ManyToOne @JoinColumn(name = "held") Held held;
}
