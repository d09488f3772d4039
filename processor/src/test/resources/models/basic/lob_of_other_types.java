package model;

import jakarta.persistence.*;
import java.net.InetAddress;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.TimeZone;

// What is stored as text or bytes is a large object; what is stored as a number or identifier is not.
@Entity
class A {
    @Id
    Long id;

    @Lob
    char letter;

    @Lob
    Class<?> type;

    @Lob
    ZoneId zone;

    @Lob
    ZoneOffset zoneOffset;

    @Lob
    Currency currency;

    @Lob
    Locale locale;

    @Lob
    @Column(length = 70000)
    TimeZone timeZone;

    @Lob
    InetAddress address;

    @Lob
    Boolean flag;
}
