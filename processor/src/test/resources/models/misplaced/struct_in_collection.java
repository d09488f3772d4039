package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "coin_t")
class Coin {
    int worth;
}

@Entity
class Purse {
    @Id
    Long id;

    @ElementCollection
    List<Coin> coins;

    @ElementCollection
    Map<Coin, Integer> counts;
}
