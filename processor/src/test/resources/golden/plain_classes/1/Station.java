package shop;

import jakarta.persistence.*;

@Entity
public class Station {
    @Id
    Long id;

    @ManyToOne
    Country country;
}
