package model;

import jakarta.persistence.*;
import java.util.Set;

// The identifier of a class that states its access type tells nothing about the classes below it: their attributes do.
@Entity
@Access(AccessType.PROPERTY)
class Animal {
    @Id
    @Access(AccessType.FIELD)
    Long id;

    @ElementCollection
    Set<Food> getFood() {
        return null;
    }

    void setFood(Set<Food> value) {}
}

@Entity
class Bird extends Animal {
    String unmapped;

    String getSong() {
        return null;
    }

    void setSong(String value) {}
}

@Entity
class Fish extends Animal {
    @Column(length = 40)
    String water;

    String getUnmapped() {
        return null;
    }

    void setUnmapped(String value) {}
}

@Embeddable
class Food {
    @Column(name = "stored_kind")
    String kind;

    @Column(name = "shown_kind")
    String getKind() {
        return kind;
    }

    void setKind(String value) {}
}

@MappedSuperclass
@Access(AccessType.FIELD)
abstract class Numbered {
    @Id
    Long number;
}

@Entity
class Ticket extends Numbered {
    String unmapped;

    String getHolder() {
        return null;
    }

    void setHolder(String value) {}
}
