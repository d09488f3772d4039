package shop;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/** What the plain types of Java become. */
@Entity
public class Sample {
    @Id
    Long id;

    boolean flag;
    int number;
    Integer perhaps;
    long big;
    double precise;
    char letter;
    String text;

    @Column(length = 40)
    String code;

    @Lob
    String story;

    BigDecimal amount;

    @Column(precision = 12, scale = 4)
    BigDecimal exactAmount;

    LocalDate bornOn;
    LocalTime wakesAt;
    LocalDateTime meetsAt;
    Instant createdAt;
    Duration length;
    UUID token;
    byte[] picture;

    @Transient
    String neverStored;
}
