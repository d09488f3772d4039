package shop;

import jakarta.persistence.*;

@Entity
public class Customer {
    @Id
    Long id;

    String name;

    /** Rows that exist have none. */
    @Column(length = 40)
    String phone;
}
