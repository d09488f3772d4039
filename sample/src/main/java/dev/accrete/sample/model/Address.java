package dev.accrete.sample.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A postal address; its columns stand in the table of whoever has it. */
@Embeddable
public class Address {

    @Column(length = 120)
    private String street;

    @Column(length = 12)
    private String postalCode;

    @Column(length = 80)
    private String city;

    protected Address() {}

    public Address(String street, String postalCode, String city) {
        this.street = street;
        this.postalCode = postalCode;
        this.city = city;
    }

    public String getCity() {
        return city;
    }
}
