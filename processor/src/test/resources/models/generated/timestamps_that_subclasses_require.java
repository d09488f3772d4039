package shop;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.UpdateTimestamp;

/** Rows are checked for what is stated to be required, not for what is stamped. */
@Entity
class Message {
    @Id
    Long id;

    @CreationTimestamp
    @Basic(optional = false)
    Instant received;
}

@Entity
class Letter extends Message {
    @CreationTimestamp
    @Basic(optional = false)
    Instant made;

    @CreationTimestamp
    Instant seen;

    @UpdateTimestamp
    @Column(nullable = false)
    LocalDateTime kept;
}
