package model;

import jakarta.persistence.*;
import java.math.BigDecimal;

// With property access a record's components are attributes too.
@Embeddable
record Money(BigDecimal amount, @Column(length = 3) String currency) {}

@Entity
class A {
    private Long id;
    private Money price;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long i) {
        id = i;
    }

    public Money getPrice() {
        return price;
    }

    public void setPrice(Money p) {
        price = p;
    }
}
