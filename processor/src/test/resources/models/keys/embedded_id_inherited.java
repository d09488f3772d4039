package shop;

import jakarta.persistence.*;
import java.io.Serializable;

@MappedSuperclass
abstract class BaseKey implements Serializable {
    String alpha;
    Integer zulu;
}

@Embeddable
class Key extends BaseKey {
    String mike;
    Integer beta;
}

class Ignored implements Serializable {
    String nothing;
}

@Embeddable
class OtherKey extends Ignored {
    String x;
    long y;
}

@MappedSuperclass
abstract class WithId<K extends Serializable> {
    @EmbeddedId K id;
}

@Entity
class Erste extends WithId<Key> {
    @ManyToOne
    @JoinColumn(name = "j1") @JoinColumn(name = "j2") @JoinColumn(name = "j3") @JoinColumn(name = "j4")
    Erste inOrder;
}

@Entity
class Zweite extends WithId<OtherKey> {
    @ManyToOne Erste erste;
    @ManyToOne @JoinColumn(name = "j1") @JoinColumn(name = "j2") Zweite other;
}
