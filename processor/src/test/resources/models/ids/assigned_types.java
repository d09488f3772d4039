package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;

// Keys that the application assigns, of many types.
enum Kind {
    A,
    B
}

@Entity
class AString {
    @Id
    String id;
}

@Entity
class ALength {
    @Id
    @Column(length = 30)
    String id;
}

@Entity
class AUuid {
    @Id
    UUID id;
}

@Entity
class ADate {
    @Id
    LocalDate id;
}

@Entity
class AnInstant {
    @Id
    Instant id;
}

@Entity
class ADecimal {
    @Id
    BigDecimal id;
}

@Entity
class AChar {
    @Id
    char id;
}

@Entity
class ABytes {
    @Id
    byte[] id;
}

@Entity
class AnEnum {
    @Id
    Kind id;
}

@Entity
class ANamedEnum {
    @Id
    @Enumerated(EnumType.STRING)
    Kind id;
}

@Entity
class ALocale {
    @Id
    Locale id;
}

@Entity
class ACurrency {
    @Id
    Currency id;
}
