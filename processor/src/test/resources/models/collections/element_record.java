package model;

import jakarta.persistence.*;
import java.util.List;

@Embeddable
record Step(@Column(nullable = false) int number, String text) {}

@Entity
class Recipe {
    @Id
    Long id;

    @ElementCollection
    @CollectionTable(name = "steps")
    List<Step> steps;
}
