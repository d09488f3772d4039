package model;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

// Append-only tables, defaults, generated columns, checks, comments.
@Entity
@Table(
        name = "domain_event",
        indexes = {
            @Index(name = "ix_event_aggregate", columnList = "aggregate_type, aggregate_id, version"),
            @Index(columnList = "occurred_at")
        },
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uk_event_version",
                        columnNames = {"aggregate_id", "version"}),
        check = @CheckConstraint(name = "ck_version", constraint = "version > 0"),
        comment = "what happened")
@Immutable
class DomainEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "aggregate_type", nullable = false, length = 60)
    String aggregateType;

    @Column(name = "aggregate_id", nullable = false)
    UUID aggregateId;

    @Column(nullable = false)
    long version;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false, comment = "the event itself")
    String payload;

    @ColumnDefault("current_timestamp")
    @Column(name = "occurred_at", nullable = false)
    Instant occurredAt;
}

@Entity
@Table(name = "outbox")
class OutboxMessage {
    @Id
    @GeneratedValue
    UUID id;

    @ManyToOne
    @JoinColumn(name = "event_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    DomainEvent event;

    @ColumnDefault("0")
    @Column(nullable = false)
    int attempts;

    @Enumerated(EnumType.STRING)
    @Column(length = 12)
    State state;

    @Column(name = "last_error")
    String lastError;

    enum State {
        WAITING,
        SENT,
        FAILED
    }
}
