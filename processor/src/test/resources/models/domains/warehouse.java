package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;

// Composite keys referred to by parts of other composite keys.
@Embeddable
class BinId implements Serializable {
    @Column(name = "wh_code", length = 4)
    String warehouse;

    @Column(name = "aisle")
    int aisle;

    @Column(name = "shelf")
    int shelf;
}

@Entity
@Table(name = "bin")
class Bin {
    @EmbeddedId
    BinId id;

    @ManyToOne
    @JoinColumn(name = "wh_code", insertable = false, updatable = false)
    Warehouse warehouse;

    @OneToMany(mappedBy = "bin")
    Set<Lot> lots;
}

@Entity
@Table(name = "warehouse")
class Warehouse {
    @Id
    @Column(name = "wh_code", length = 4)
    String code;

    String name;
}

@Entity
@Table(name = "lot")
class Lot {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne
    @JoinColumn(name = "bin_wh", referencedColumnName = "wh_code")
    @JoinColumn(name = "bin_aisle", referencedColumnName = "aisle")
    @JoinColumn(name = "bin_shelf", referencedColumnName = "shelf")
    Bin bin;

    @ManyToOne(optional = false)
    Sku sku;

    int pieces;
}

@Entity
@Table(name = "sku", uniqueConstraints = @UniqueConstraint(name = "uk_ean", columnNames = "ean"))
class Sku {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(length = 13)
    String ean;

    @ElementCollection
    @CollectionTable(
            name = "sku_names",
            joinColumns = @JoinColumn(name = "sku_id"),
            uniqueConstraints = @UniqueConstraint(columnNames = {"sku_id", "lang"}))
    @MapKeyColumn(name = "lang", length = 2)
    @Column(name = "text", nullable = false)
    Map<String, String> names;
}
