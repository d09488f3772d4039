package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.*;
import org.hibernate.annotations.Struct;

// Arrays of composite types: their attributes have an order of their own, and no check looks into them.
enum Unit {
    GRAM,
    LITRE
}

@Embeddable
@Struct(name = "author_t")
class Author {
    String first;
    String last;
}

@Embeddable
class Portion {
    @Column(nullable = false)
    String label;

    int number;
    double amount;
    float share;
    Duration lasts;
    BigDecimal price;

    @Column(precision = 7)
    double rounded;

    Unit unit;
    UUID key;
}

@Entity
class Recipe {
    @Id
    Long id;

    Author[] authors;

    List<Author> editors;

    Set<Author> readers;

    @Struct(name = "portions_t")
    @Column(name = "all_portions", nullable = false)
    List<Portion> portions;

    @Struct(name = "portion_t")
    Portion portion;
}
