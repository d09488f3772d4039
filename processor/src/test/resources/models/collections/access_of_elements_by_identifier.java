package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.List;

// The identifier is the attribute of the class that has it: where that states fields, a getter with an @Id is none.
@Entity
@Access(AccessType.FIELD)
class ByField {
    @Id
    Long id;

    @ElementCollection
    List<Part> parts;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long value) {
        id = value;
    }
}

@Entity
class Below extends ByField {
    @ElementCollection
    List<Part> others;
}

@Entity
@Access(AccessType.FIELD)
@IdClass(Key.class)
class ByFields {
    @Id
    Long one;

    @Id
    Long two;

    @ElementCollection
    List<Part> parts;

    @Id
    public Long getOne() {
        return one;
    }

    public void setOne(Long value) {
        one = value;
    }
}

class Key implements Serializable {
    Long one;
    Long two;
}

@MappedSuperclass
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
@Access(AccessType.FIELD)
class ByProperty extends Identified {
    @ElementCollection
    List<Part> parts;
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
