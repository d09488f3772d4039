package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.NaturalId;
import org.hibernate.validator.constraints.Range;

@Entity
class Dish {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, length = 100)
    String name;

    @Column(precision = 6, scale = 2, nullable = false)
    @Digits(integer = 4, fraction = 2)
    BigDecimal price;

    @Enumerated(EnumType.ORDINAL)
    Course course;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Allergen> allergens;

    @OneToMany(mappedBy = "dish", cascade = CascadeType.ALL, orphanRemoval = true)
    List<RecipeLine> recipe;

    @Formula("price * 1.2")
    BigDecimal gross;
}

enum Course {
    STARTER,
    MAIN,
    DESSERT
}

enum Allergen {
    NUTS,
    MILK,
    GLUTEN
}

@Entity
class Ingredient {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @NaturalId
    String name;

    @Column(columnDefinition = "varchar(10) default 'g'")
    String unit;
}

@Entity
@IdClass(RecipeLine.Key.class)
class RecipeLine {
    static class Key implements Serializable {
        Long dish;
        Long ingredient;
    }

    @Id
    @ManyToOne
    Dish dish;

    @Id
    @ManyToOne
    Ingredient ingredient;

    @Min(1)
    int amount;
}

@Entity
@Table(name = "seatings")
class Seating {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "table_number", unique = true)
    int number;

    @Range(min = 1, max = 20)
    int chairs;
}

@Entity
@Table(name = "reservations")
class Reservation {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToMany
    Set<Seating> seatings;

    @NotBlank
    @Size(max = 80)
    String guest;

    @NotNull
    LocalDateTime at;

    @Size(max = 500)
    String notes;
}
