package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import java.util.UUID;

// Accounts by composite keys, transfers, hierarchies.
@Embeddable
class Iban implements Serializable {
    @Column(name = "country", length = 2)
    String country;

    @Column(name = "bban", length = 30)
    String bban;
}

enum AccountState {
    OPEN,
    BLOCKED,
    CLOSED
}

@Entity
@Table(name = "parties")
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "party_type", length = 10)
abstract class Party {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "party")
    @SequenceGenerator(name = "party", sequenceName = "party_seq", allocationSize = 10)
    Long id;

    @Version
    Long version;

    @OneToMany(mappedBy = "party")
    Set<Holding> holdings;
}

@Entity
@Table(name = "people")
@DiscriminatorValue("P")
@PrimaryKeyJoinColumn(name = "party_id")
class Person extends Party {
    @Column(nullable = false)
    String name;

    LocalDate born;

    @Column(name = "tax_id", length = 20, unique = true)
    String taxId;
}

@Entity
@Table(name = "companies")
@DiscriminatorValue("C")
@PrimaryKeyJoinColumn(name = "party_id")
class Company extends Party {
    @Column(nullable = false)
    String legalName;

    @ManyToOne
    Person contact;
}

@Entity
@Table(name = "accounts")
class BankAccount {
    @EmbeddedId
    Iban iban;

    @Enumerated(EnumType.STRING)
    @Column(length = 10, nullable = false)
    AccountState state;

    @Column(precision = 19, scale = 4, nullable = false)
    BigDecimal balance;

    @Column(length = 3)
    Currency currency;

    @OneToMany(mappedBy = "account")
    Set<Holding> holdings;
}

@Embeddable
class HoldingKey implements Serializable {
    Long partyId;
    Iban account;
}

@Entity
class Holding {
    @EmbeddedId
    HoldingKey key;

    @ManyToOne
    @MapsId("partyId")
    @JoinColumn(name = "party_id")
    Party party;

    @ManyToOne
    @MapsId("account")
    BankAccount account;

    LocalDate since;
}

@Entity
@Table(name = "transfers", indexes = @Index(name = "ix_transfer_booked", columnList = "booked_at desc"))
class Transfer {
    @Id
    @GeneratedValue
    UUID id;

    @ManyToOne(optional = false)
    @JoinColumns({
        @JoinColumn(name = "from_country", referencedColumnName = "country", nullable = false),
        @JoinColumn(name = "from_bban", referencedColumnName = "bban", nullable = false)
    })
    BankAccount source;

    @ManyToOne
    @JoinColumn(name = "to_country", referencedColumnName = "country")
    @JoinColumn(name = "to_bban", referencedColumnName = "bban")
    BankAccount target;

    @Column(precision = 19, scale = 4)
    @Min(0)
    BigDecimal amount;

    @Column(name = "booked_at")
    Instant bookedAt;

    @Size(max = 140)
    String purpose;
}
