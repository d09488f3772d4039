package model;

import jakarta.persistence.*;
import java.util.*;

// An @AssociationOverride of a map in an embeddable takes the names of the key's join columns away, too.
@Entity
class Country {
    @Id
    long id;
}

@Embeddable
class Routes {
    @ManyToMany
    @MapKeyJoinColumn(name = "via")
    Map<Country, Country> through;

    @OneToMany
    @JoinColumn(name = "route_id")
    @MapKeyColumn(name = "stop_name", length = 30)
    Map<String, Stop> stops;
}

@Entity
class Stop {
    @Id
    long id;
}

@Entity
class Carrier {
    @Id
    long id;

    @Embedded
    Routes routes;

    @Embedded
    @AssociationOverride(name = "through", joinTable = @JoinTable(name = "carrier_return"))
    @AssociationOverride(name = "stops", joinColumns = @JoinColumn(name = "return_id"))
    @AttributeOverride(name = "stops.key", column = @Column(name = "back_stop"))
    Routes back;
}
