package model;

import jakarta.persistence.*;
import java.util.List;

// The mapped superclass has the identifier in a field, and tells nothing of the class below.
@MappedSuperclass
@Access(AccessType.FIELD)
class Identified {
    @Id
    Long id;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long value) {
        id = value;
    }
}

@Entity
class Box extends Identified {
    private List<Part> parts;

    @ElementCollection
    public List<Part> getParts() {
        return parts;
    }

    public void setParts(List<Part> value) {
        parts = value;
    }
}

@Embeddable
class Part {
    @Column(name = "stored_name")
    String name;

    @Column(name = "shown_name")
    public String getName() {
        return name;
    }

    public void setName(String value) {
        name = value;
    }
}
