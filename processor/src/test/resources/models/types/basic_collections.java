package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

enum K {
    A,
    B
}

@Entity
class A {
    @Id
    Long id;

    List<String> a;
    Set<Integer> b;
    SortedSet<String> c;
    Collection<LocalDate> d;
    List<K> e;

    @Enumerated(EnumType.STRING)
    Set<K> f;

    List<BigDecimal> g;
    List<Boolean> h;
}
