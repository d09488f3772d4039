package model;

import jakarta.persistence.*;
import java.util.List;

// With a table for each class, values alone are read from a secondary table.
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Pool {
    @Id
    Long id;
}

@Entity
@SecondaryTable(name = "hours")
class Bath extends Pool {
    @Column(table = "hours")
    String open;

    @ManyToOne
    Pool near;

    @ElementCollection
    List<String> rules;
}

@Entity
@SecondaryTable(name = "alone_more")
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Alone {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(table = "alone_more")
    Pool pool;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(table = "alone_more"))
    Place place;
}

@Embeddable
class Place {
    String street;
}
