package model;

import jakarta.persistence.*;

@Entity
class A {
    @Embeddable
    static class Part {
        String code;
    }

    @Id
    Long id;

    @Embedded
    Part part;

    @Embeddable
    record Pair(int left1, int right1) {}

    Pair pair;
}
