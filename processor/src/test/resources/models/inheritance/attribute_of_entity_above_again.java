package model;

import jakarta.persistence.*;
import java.util.List;

// What an entity declares stays as it is there, whatever a class that extends it says of it.
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Document {
    @Id
    Long id;

    @Column(name = "title", length = 40)
    String name;

    @ManyToOne
    Document source;

    @ElementCollection
    List<String> tags;
}

@MappedSuperclass
class Dated extends Document {
    @Column(name = "dated_name")
    String name;

    String since;
}

@Entity
class Letter extends Dated {
    @Column(name = "since_day")
    String since;

    @ManyToOne
    @JoinColumn(name = "reply_to")
    Letter source;

    @ElementCollection
    List<Integer> tags;

    Integer pages;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Vehicle {
    Long id;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getPlate() {
        return null;
    }

    public void setPlate(String plate) {}
}

@Entity
class Truck extends Vehicle {
    @Override
    @Column(name = "truck_plate", nullable = false)
    public String getPlate() {
        return null;
    }

    @Override
    public void setPlate(String plate) {}
}
