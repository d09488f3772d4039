package shop;

import jakarta.persistence.*;

/** The database numbers the rows. */
@Entity
public class ByIdentity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
}
