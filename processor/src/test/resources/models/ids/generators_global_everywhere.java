// -Aaccrete.global_generators=true
// hibernate.jpa.compliance.global_id_generators=true
package model;

import jakarta.persistence.*;

import java.io.Serializable;

/** Names of generators are those of all classes, of embeddables and of subclasses too. */
@Entity
class Route {
    @Id
    @GeneratedValue(generator = "of_stops")
    Long id;

    Span span;
}

@Embeddable
@TableGenerator(name = "of_spans", table = "span_numbers", pkColumnValue = "spans")
class Span {
    Long distance;
}

@Entity
class Tour {
    @Id
    @GeneratedValue(generator = "of_spans")
    Long id;
}

@Entity
class Stop {
    @EmbeddedId
    StopKey key;
}

@Embeddable
class StopKey implements Serializable {
    @GeneratedValue(generator = "of_stops")
    @SequenceGenerator(name = "of_stops", sequenceName = "stop_numbers", allocationSize = 7)
    Long number;

    Long town;

    @Override
    public boolean equals(Object other) {
        return other instanceof StopKey key && key.number.equals(number) && key.town.equals(town);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }
}
