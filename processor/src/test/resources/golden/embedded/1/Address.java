package shop;

import jakarta.persistence.*;

@Embeddable
public class Address {
    String street;

    @Column(nullable = false, length = 10)
    String postalCode;
}
