package shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Formula;

/** A formula counts where nothing says that there is a column. */
@Entity
class Invoice {
    @Id
    Long id;

    @Formula("1 + 1")
    Integer computed;

    @Formula("1 + 1")
    @Column(name = "stored", nullable = false)
    Integer both;

    @Embedded
    @AttributeOverride(name = "gross", column = @Column(name = "gross_price"))
    @AttributeOverride(name = "tax", column = @Column(name = "tax_price"))
    Amount amount;
}

@Embeddable
class Amount {
    Integer net;

    @Formula("net * 2")
    @Column
    Integer gross;

    @Formula("net * 3")
    Integer tax;
}
