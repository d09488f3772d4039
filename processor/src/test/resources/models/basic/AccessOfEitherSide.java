package model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A member that states an access type is the attribute, whichever it states. */
@Entity
class Ferry {

    private Long id;

    @Access(AccessType.PROPERTY)
    @Column(name = "of_field", length = 9)
    private String name;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    @Column(name = "of_getter")
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}

/** Its identifier tells no access type of the class: that is the getters'. */
@Entity
class Pier {

    @Id
    @Access(AccessType.PROPERTY)
    private Long id;

    private int unread;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getPlace() {
        return "";
    }

    public void setPlace(String place) {}
}
