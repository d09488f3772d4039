package shop;

import jakarta.persistence.*;

/** A sequence of its own, stated to the last detail. */
@Entity
public class BySequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
    @SequenceGenerator(name = "numbers", sequenceName = "document_numbers", initialValue = 1000, allocationSize = 10)
    Long id;
}
