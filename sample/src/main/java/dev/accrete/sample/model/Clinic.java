package dev.accrete.sample.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

/** A site where patients are seen. */
@Entity
public class Clinic extends Audited {

    @Column(nullable = false, unique = true, length = 100)
    private String name;

    @Embedded
    private Address address;

    protected Clinic() {}

    public Clinic(String name, Address address) {
        this.name = name;
        this.address = address;
    }

    public String getName() {
        return name;
    }
}
