package shop;

import jakarta.persistence.*;

/** AUTO: for a number that is a sequence. */
@Entity
public class ByDefault {
    @Id
    @GeneratedValue
    Long id;
}
