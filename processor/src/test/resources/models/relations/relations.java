package shop;

import jakarta.persistence.*;
import java.util.*;

@MappedSuperclass
abstract class Base<K> {
    @Id @GeneratedValue K id;
    @Version Long version;
}

@Entity
class Customer extends Base<Long> {
    @Column(unique = true) String email;
    @OneToMany(mappedBy = "customer") List<Purchase> purchases;
    @OneToOne(mappedBy = "owner") Account account;
}

@Entity
@Table(name = "accounts")
class Account extends Base<UUID> {
    @OneToOne(optional = false) Customer owner;
}

@Entity
@Table(
        name = "purchases",
        indexes = {@Index(columnList = "bookedAt desc, total"), @Index(name = "by_note", columnList = "note", unique = true)},
        uniqueConstraints = @UniqueConstraint(name = "uq_no", columnNames = {"number", "customer_id"}))
class Purchase extends Base<Integer> {
    int number;
    java.time.Instant bookedAt;
    java.math.BigDecimal total;
    String note;
    @ManyToOne Customer customer;
    @ManyToOne @JoinColumn(name = "payer", nullable = false, foreignKey = @ForeignKey(name = "fk_payer")) Customer paidBy;
    @ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Customer loose;
    @Column(name = "customer_id", insertable = false, updatable = false) Long customerId;
    @ManyToOne Purchase previous;
}
