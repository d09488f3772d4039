package model;

import jakarta.persistence.*;
import java.util.Set;

class Outer {
    @Entity
    static class Inner {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne
        Inner next;

        @ManyToMany
        Set<Other> others;
    }

    @Entity
    static class Other {
        @Id
        Long id;
    }
}
