package model;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

// Sensors and readings, arrays, JSON, time zones.
@Entity
@Table(schema = "iot")
class Device {
    @Id
    @GeneratedValue
    UUID id;

    @Column(nullable = false)
    String name;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> config;

    double[] calibration;

    @Enumerated(EnumType.STRING)
    Status status;

    java.net.InetAddress address;

    enum Status {
        ONLINE,
        OFFLINE
    }
}

@Entity
@Table(schema = "iot", indexes = @Index(columnList = "device_id, measured_at"))
class Reading {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.CASCADE)
    Device device;

    @Column(name = "measured_at", nullable = false)
    OffsetDateTime measuredAt;

    @Column(name = "measured_value")
    double value;

    float quality;
}

@Entity
@Table(schema = "iot")
class Alarm {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne
    Reading reading;

    @ColumnDefault("false")
    boolean acknowledged;

    @CurrentTimestamp
    Instant raised;

    @ElementCollection
    Set<String> notified;
}
