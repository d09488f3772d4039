package shop;

import jakarta.persistence.*;
import java.io.Serializable;

@Embeddable
class Key implements Serializable {
    @Column(columnDefinition = "varchar(20)") String alpha;
    Long beta;
}

@Entity
class Held {
    @EmbeddedId Key id;
}

@Entity
class Holder {
    @Id Long id;
    @ManyToOne
    @JoinColumn(name = "held_beta", referencedColumnName = "beta")
    @JoinColumn(name = "held_alpha", referencedColumnName = "alpha")
    Held held;
}
