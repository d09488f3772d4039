package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.SortComparator;
import org.hibernate.annotations.SortNatural;

@Entity
class A {
    @Id
    Long id;

    @ManyToMany
    @SortNatural
    SortedSet<B> a;

    @ElementCollection
    @SortNatural
    SortedSet<String> b;

    @ElementCollection
    @SortNatural
    SortedMap<String,Integer> c;

    @ElementCollection
    Collection<Integer> d;

    @ElementCollection
    @SortComparator(Cmp.class)
    SortedSet<String> e;

    @ElementCollection
    @jakarta.persistence.OrderBy
    List<String> f;

    @ElementCollection
    @SequencedX
    List<String> g;
}

@interface
SequencedX {
}

class Cmp implements Comparator<String> {
    public int compare(String a, String b) { return 0; }
}

@Entity
class B implements Comparable<B> {
    @Id
    Long id;

    public int compareTo(B b) { return 0; }
}
