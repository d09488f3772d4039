package shop;

import jakarta.persistence.*;

@Entity
public class Customer extends Stamped {
    String name;

    @Embedded
    Address home;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "billing_street"))
    @AttributeOverride(name = "postalCode", column = @Column(name = "billing_code"))
    Address billing;

    Period contract;
}
