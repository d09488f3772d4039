package shop;

import jakarta.persistence.*;

/** A generator on a package is known everywhere by its name. */
@Entity
public class Till {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
    Long id;
}
