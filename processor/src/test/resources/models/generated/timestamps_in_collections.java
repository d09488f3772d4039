package shop;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.generator.EventType;

/** The values of collections have no generators, which would make the columns NOT NULL; nor has what is stamped later. */
@Entity
class Ticket {
    @Id
    Long id;

    Trace own;

    @ElementCollection
    Set<Trace> traces;

    @ElementCollection
    Map<String, Trace> named;

    @CurrentTimestamp(event = EventType.UPDATE)
    Instant changed;

    @CurrentTimestamp(event = EventType.INSERT)
    Instant made;

    @CurrentTimestamp(event = {EventType.UPDATE, EventType.INSERT})
    @Column(nullable = true)
    Instant touched;
}

@Embeddable
class Trace {
    String author;

    @CreationTimestamp
    Instant written;

    @UpdateTimestamp
    LocalDateTime edited;
}
