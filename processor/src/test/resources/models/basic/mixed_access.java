package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    Long id;

    String first;

    @Transient
    private String stored;

    @Access(AccessType.PROPERTY)
    @Column(length = 12)
    public String getStored() {
        return stored;
    }

    public void setStored(String s) {
        stored = s;
    }
}
