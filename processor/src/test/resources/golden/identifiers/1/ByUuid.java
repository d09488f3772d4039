package shop;

import jakarta.persistence.*;
import java.util.UUID;

/** The application makes the key. */
@Entity
public class ByUuid {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;
}
