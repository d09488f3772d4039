package depot;

import jakarta.persistence.*;

@Entity
public class Shelf {
    @Id
    @GeneratedValue(generator = "numbers")
    Long id;
}
