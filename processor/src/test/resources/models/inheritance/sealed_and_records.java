package model;

import jakarta.persistence.*;

@Entity
abstract sealed class Shape permits Circle, Square {
    @Id
    Long id;
}

@Entity
non-sealed class Circle extends Shape {
    double radius;
}

@Entity
non-sealed class Square extends Shape {
    double side;
}
