package shop;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.NaturalId;

/** The unique key of a set has the attributes of a value before those of its superclasses; a natural id sorts all of them. */
@MappedSuperclass
class Stored {
    String archive;
}

@MappedSuperclass
class Amount extends Stored {
    String amount;

    @ManyToOne
    Bill source;
}

@Embeddable
class Price extends Amount {
    String currency;
}

@Embeddable
record Offer(String name, @Embedded Price price, String zone) {}

@Entity
class Bill {
    @Id
    Long id;

    @ElementCollection
    Set<Price> prices;

    @ElementCollection
    Set<Offer> offers;

    @ElementCollection
    Map<String, Price> named;

    @NaturalId
    @Embedded
    Price total;
}
