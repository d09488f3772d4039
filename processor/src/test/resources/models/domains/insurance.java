package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

// Joined hierarchy, claims, documents.
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
abstract class Policy {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "policies")
    @TableGenerator(name = "policies", table = "id_table", allocationSize = 20)
    Long id;

    @Column(unique = true, nullable = false, length = 20)
    String number;

    @ManyToOne(optional = false)
    Holder holder;

    @Column(precision = 10, scale = 2)
    BigDecimal premium;

    @OneToMany(mappedBy = "policy")
    List<Claim> claims;
}

@Entity
class CarPolicy extends Policy {
    @Column(nullable = false, length = 12)
    String plate;

    int horsePower;

    @ElementCollection
    Set<String> drivers;
}

@Entity
class HomePolicy extends Policy {
    @Embedded
    Location location;

    boolean flood;

    @OneToMany
    @JoinColumn(name = "home_policy_id")
    Set<Valuable> valuables;
}

@Entity
class LifePolicy extends Policy {
    @ManyToMany
    @JoinTable(name = "beneficiaries")
    List<Holder> beneficiaries;
}

@Embeddable
class Location {
    String street;
    String zip;

    @ManyToOne
    Region region;
}

@Entity
class Region {
    @Id
    Integer id;

    String name;
}

@Entity
class Valuable {
    @Id
    @GeneratedValue
    Long id;

    String name;

    @Embedded
    Location location;
}

@Entity
class Holder {
    @Id
    @GeneratedValue
    Long id;

    String name;

    @OneToMany(mappedBy = "holder")
    Set<Policy> policies;
}

@Entity
class Claim {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne
    Policy policy;

    LocalDate happened;

    @Column(precision = 12, scale = 2)
    BigDecimal amount;

    @Enumerated
    State state;

    @ElementCollection
    @CollectionTable(name = "claim_docs")
    List<Document> docs;

    enum State {
        OPEN,
        ACCEPTED,
        REJECTED
    }
}

@Embeddable
class Document {
    String name;

    @Lob
    byte[] scan;

    LocalDateTime received;
}
