package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

// Deep embeddables, generics, lists in single-table subclasses.
@Embeddable
class Area {
    @Column(precision = 8, scale = 2)
    BigDecimal sqm;
}

@Embeddable
class Rooms {
    int bedrooms;
    int bathrooms;

    @Embedded
    @AttributeOverride(name = "sqm", column = @Column(name = "living_sqm"))
    Area living;
}

@MappedSuperclass
abstract class Listing<T> {
    @Id
    @GeneratedValue
    Long id;

    T details;

    @Embedded
    Area lot;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "listing_id")
    @OrderColumn(name = "photo_no")
    List<Photo> photos;
}

@Entity
class Photo {
    @Id
    @GeneratedValue
    Long id;

    String url;
}

@Entity
class House extends Listing<String> {
    @Embedded
    Rooms rooms;

    @ElementCollection
    Set<String> features;
}

@Entity
class Land extends Listing<Integer> {
    boolean buildable;
}

@Entity
abstract class Contract {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    House house;

    LocalDate signed;
}

@Entity
class Rent extends Contract {
    @Column(nullable = false)
    BigDecimal monthly;

    @ElementCollection
    List<LocalDate> paidOn;

    @ManyToMany
    Set<Tenant> tenants;
}

@Entity
class Sale extends Contract {
    BigDecimal price;

    @ManyToOne(optional = false)
    Tenant buyer;

    int instalments;
}

@Entity
class Tenant {
    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false)
    String name;

    @ManyToMany(mappedBy = "tenants")
    List<Rent> rents;
}
