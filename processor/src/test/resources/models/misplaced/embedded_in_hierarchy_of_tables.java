package model;

import jakarta.persistence.*;

// Hibernate finds no secondary table in a hierarchy with a table for each class, but for values.
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Pool {
    @Id
    Long id;
}

@Entity
@SecondaryTable(name = "hours")
class Bath extends Pool {
    @Embedded
    @AttributeOverride(name = "street", column = @Column(table = "hours"))
    Place place;
}

@Embeddable
class Place {
    String street;
}
