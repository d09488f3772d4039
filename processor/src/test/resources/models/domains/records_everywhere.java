package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

// Records as embeddables, keys and elements.
@Embeddable
record TenantKey(@Column(length = 8) String tenant, long number) {}

@Embeddable
record Amount(
        @Column(precision = 12, scale = 2) BigDecimal net,
        @Column(length = 3, nullable = false) String currency) {}

@Embeddable
record Span(LocalDate begin, LocalDate finish) {}

@Embeddable
record Line(int position, @Column(nullable = false) String text, Amount amount) {}

@Entity
class Invoice {
    @EmbeddedId
    TenantKey id;

    @Embedded
    Span period;

    @ElementCollection
    @OrderColumn(name = "n")
    List<Line> lines;

    @ManyToOne
    Debtor debtor;

    @Embedded
    @AttributeOverride(name = "net", column = @Column(name = "total"))
    @AttributeOverride(name = "currency", column = @Column(name = "total_currency"))
    Amount total;
}

record DebtorKey(String tenant, String code) {}

@Entity
@IdClass(DebtorKey.class)
class Debtor {
    @Id
    String tenant;

    @Id
    @Column(length = 12)
    String code;

    @OneToMany(mappedBy = "debtor")
    List<Invoice> invoices;

    @ElementCollection
    Map<String, Span> contacts;
}
