package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.NaturalId;

// Natural keys, unique constraints, @Any.
interface Sellable {}

@Entity
class Concert implements Sellable {
    @Id
    @GeneratedValue
    Long id;

    @NaturalId
    String title;

    @NaturalId
    LocalDate onDay;

    @ManyToOne
    Venue venue;
}

@Entity
class Voucher implements Sellable {
    @Id
    @GeneratedValue
    Long id;

    BigDecimal worth;
}

@Entity
@Table(
        uniqueConstraints =
                @UniqueConstraint(
                        name = "one_seat_once",
                        columnNames = {"venue_id", "row_no", "seat_no"}))
class Chair {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    Venue venue;

    @Column(name = "row_no")
    int row;

    @Column(name = "seat_no")
    int seat;
}

@Entity
class Venue {
    @Id
    @GeneratedValue
    Long id;

    String name;

    @OneToMany(mappedBy = "venue")
    Set<Chair> chairs;
}

@Entity
class Sale {
    @Id
    @GeneratedValue
    Long id;

    @Any
    @AnyKeyJavaClass(Long.class)
    @Column(name = "item_type")
    @JoinColumn(name = "item_id")
    @AnyDiscriminatorValue(discriminator = "C", entity = Concert.class)
    @AnyDiscriminatorValue(discriminator = "V", entity = Voucher.class)
    Sellable item;

    Instant at;

    @ElementCollection
    List<BigDecimal> payments;
}
