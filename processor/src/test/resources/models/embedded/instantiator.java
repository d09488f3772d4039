package model;

import jakarta.persistence.*;

@Embeddable
class Point {
    final int x;
    final int y;

    Point(int x, int y) {
        this.x = x;
        this.y = y;
    }

    protected Point() {
        this(0, 0);
    }
}

@Entity
class A {
    @Id
    Long id;

    Point at;
}
