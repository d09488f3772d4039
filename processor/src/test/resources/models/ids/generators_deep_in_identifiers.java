package library;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.UuidGenerator;

// Hibernate makes the generators of an identifier's parts, be they embedded values or relations, and none of what is deeper.
@Entity
class Book {
    @EmbeddedId BookKey key;
}

@Embeddable
class BookKey implements Serializable {
    Inventory inventory;
    @GeneratedValue Long volume;
    @GeneratedValue(strategy = GenerationType.SEQUENCE) @ManyToOne Shelf shelf;
}

@Embeddable
class Inventory implements Serializable {
    @GeneratedValue @SequenceGenerator(name = "inventory", sequenceName = "inventory_numbers") Long inventoryNo;
    @GeneratedValue(strategy = GenerationType.TABLE) Long tableNo;
    @GeneratedValue(generator = "counted") @GenericGenerator(name = "counted", strategy = "enhanced-table") Long counted;
    @GeneratedValue(strategy = GenerationType.UUID) UUID code;
    @UuidGenerator String text;
}

@Entity
class Shelf {
    @Id Long id;
}

@Entity
class Loan {
    @EmbeddedId LoanKey key;
}

@Embeddable
class LoanKey implements Serializable {
    String branch;
    Counter counter;
}

@Embeddable
class Counter implements Serializable {
    @GeneratedValue(strategy = GenerationType.IDENTITY) Long counterNo;
}

@MappedSuperclass
abstract class Numbered {
    @EmbeddedId Nested nested;
}

@Embeddable
class Nested implements Serializable {
    Middle middle;
}

@Embeddable
class Middle implements Serializable {
    @GeneratedValue @Embedded Deep deep;
}

@Embeddable
class Deep implements Serializable {
    @GeneratedValue Long deepNo;
}

@Entity
class Reader extends Numbered {}
