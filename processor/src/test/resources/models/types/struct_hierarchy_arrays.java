package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;

@Embeddable
@Struct(name = "coin_t")
class Coin {
    int worth;
}

@Embeddable
class Medal extends Coin {
    @Column(nullable = false)
    String motto;
}

@Embeddable
class Stamp {
    int worth;
}

@Embeddable
class Misprint extends Stamp {
    @Column(nullable = false)
    String fault;
}

@Entity
class Album {
    @Id
    Long id;

    List<Coin> coins;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    List<Stamp> stamps;
}
