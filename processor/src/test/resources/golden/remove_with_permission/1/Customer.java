package shop;

import jakarta.persistence.*;

@Entity
public class Customer {
    @Id
    Long id;

    String name;

    @Column(nullable = false)
    String fax;
}
