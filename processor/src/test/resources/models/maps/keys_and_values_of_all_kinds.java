package model;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Key {
    String k1;

    @Enumerated(EnumType.STRING)
    K k2;
}

enum K {
    ONE,
    TWO
}

@Embeddable
class Val {
    String v1;

    @Column(nullable = false)
    int v2;

    @ManyToOne
    @JoinColumn(name = "part_ref")
    P p;

    Date d;
}


@Entity
class P {
    @Id
    Long id;

    @ElementCollection
    Map<Key,Val> kv;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    Map<K,Val> ev;

    @OneToMany
    @JoinTable(name = "kp")
    Map<Key,P> kp;

    @ManyToMany
    @JoinTable(name = "pp")
    Map<P,P> pp;

    @ElementCollection
    Map<P,Integer> pi;

    @ElementCollection
    Map<UUID,java.time.Instant> ui;

    @ElementCollection
    Set<java.math.BigDecimal> bd;

    @ElementCollection
    List<byte[]> bytes;

    @ElementCollection
    List<K> ks;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    List<K> ks2;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    Set<K> ks3;
}
