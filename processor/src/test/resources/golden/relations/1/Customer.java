package shop;

import jakarta.persistence.*;
import java.util.List;

@Entity
@Table(name = "customers")
public class Customer {
    @Id
    @GeneratedValue
    Long id;

    /** The other side has the column. */
    @OneToMany(mappedBy = "customer")
    List<Purchase> purchases;
}
