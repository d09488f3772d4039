package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind")
abstract class Payment {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@Table(name = "electronic")
class CardPayment extends Payment {
    String number;

    @ManyToOne
    Payment refundOf;
}

@Entity
@Table(name = "electronic")
class Transfer extends Payment {
    @Column(nullable = false)
    String account;

    @ManyToOne
    Payment refundOf;
}

@Entity
@Table(name = "Payment")
class Cash extends Payment {
    String till;
}
