package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.SecondaryTable;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyKeyJavaClass;

/** Both columns are in the table of the reference, or in that of the key's column. */
@Entity
@SecondaryTable(name = "receipt_note")
class Receipt {
    @Id
    Long id;

    @Any(optional = false)
    @AnyKeyJavaClass(Long.class)
    @JoinColumn(name = "payment_id")
    @JoinTable(name = "receipt_payment", joinColumns = @JoinColumn(name = "receipt"))
    Object payment;

    @Any
    @AnyKeyJavaClass(String.class)
    @Column(name = "author_kind")
    @JoinColumn(name = "author_key", table = "receipt_note")
    Object author;

    @Embedded
    Delivery delivery;
}

@Embeddable
class Delivery {
    @Any
    @AnyKeyJavaClass(Integer.class)
    @JoinColumn
    @JoinTable(name = "receipt_carrier")
    Object carrier;
}
