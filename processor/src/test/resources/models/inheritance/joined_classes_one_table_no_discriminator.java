package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
abstract class Payment {
    @Id
    Long id;
}

@Entity
@Table(name = "electronic")
class CardPayment extends Payment {
    String number;
}

@Entity
@Table(name = "electronic")
class Transfer extends Payment {
    String account;
}
