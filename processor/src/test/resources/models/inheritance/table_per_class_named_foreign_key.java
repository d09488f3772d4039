package model;

import jakarta.persistence.*;

// The tables of subclasses repeat a foreign key without its name.
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Shape {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_layer"))
    Layer layer;
}

@Entity
class Circle extends Shape {
    double radius;
}

@Entity
class Square extends Shape {
    double side;
}

@Entity
class Layer {
    @Id
    Long id;
}
